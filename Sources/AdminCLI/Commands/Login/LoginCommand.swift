import IAM
import Policy

/// `iamctl login USERNAME`.
let loginCommand = Command(
  "login", Text(zh: "登录", en: "Log in"),
  secrets: [.existing(Text(zh: "登录密码", en: "login password"))],
  examples: [
    "iamctl login trader-01", "iamctl login trader-01 --role 交易员",
    "iamctl login trader-01 --password-stdin < password.txt",
  ],
  Argument("USERNAME", Text(zh: "用户名", en: "the username")),
  RepeatedOption(
    "--role", "R", Text(zh: "只激活这些角色（默认全部）", en: "activate only these roles (all by default)"))
) { context, username, roles in
  let file = try context.sessionFileToWrite()
  let password = try context.secrets()[0].secretIfAny()
  let registry = try context.registry()
  let login = try registry.logIn(
    username, password: password, roles: roles.isEmpty ? nil : roles)
  try file.write(login.token.text)
  context.notice(pending: login.pending)
  return login.output
}

extension Login {
  /// The answer to a login.
  fileprivate var output: Output {
    let record = Output.record(
      Field("operator", Text(zh: "操作员", en: "operator"), .text(username.text)),
      Field("tenant", Text(zh: "会员编号", en: "tenant"), .text(tenant.text)),
      Field("expires_at", Text(zh: "会话到期", en: "expires at"), .time(expiresAt.milliseconds)),
      Field(
        "last_login_at", Text(zh: "上次登录", en: "last login"), .time(lastLoginAt?.milliseconds)),
      Field("first_login", Text(zh: "首次登录", en: "first login"), .bool(isFirstLogin)),
      Field(
        "pending", Text(zh: "待完成步骤", en: "pending"),
        .cells(pending.map { .phrase(code: $0.rawValue, $0.title) })),
      Field("never_used", Text(zh: "从未使用", en: "never used"), .bool(isNeverUsed)),
      Field(
        "failures", Text(zh: "上次登录后的失败次数", en: "failures since then"), .number(failures)),
      Field(
        "last_failure_at", Text(zh: "最近一次失败", en: "last failure"),
        .time(lastFailureAt?.milliseconds)),
      Field(
        "password_expires_at", Text(zh: "登录密码到期", en: "login password expires"),
        .time(passwordExpiry[.login]?.milliseconds)),
      Field(
        "payment_password_expires_at", Text(zh: "支付密码到期", en: "payment password expires"),
        .time(passwordExpiry[.payment]?.milliseconds)))
    return notes.reduce(record) { $0.noting($1) }
  }

  /// What the person should know besides.
  private var notes: [Text] {
    var notes: [Text] = []
    if isFirstLogin, pending.isEmpty, !isNeverUsed {
      notes.append(
        Text(
          zh: "警告：首次登录没有红色提示，账号可能已被他人使用，请联系管理员",
          en: "warning: a first login without the red notice: somebody may have used the account; "
            + "ask the administrator"))
    }
    if failures > 0 {
      notes.append(
        Text(
          zh: "上次登录后有 \(failures) 次失败的尝试", en: "failed attempts since the last login: \(failures)"))
    }
    for (factor, title) in [
      (Factor.login, Text(zh: "登录密码", en: "the login password")),
      (Factor.payment, Text(zh: "支付密码", en: "the payment password")),
    ] where expiresSoon(factor) {
      notes.append(
        title + Text(zh: "即将到期，请尽快修改", en: " expires soon: change it"))
    }
    return notes
  }
}
