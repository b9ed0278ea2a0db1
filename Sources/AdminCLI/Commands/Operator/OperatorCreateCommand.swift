import IAM
import Policy

/// `iamctl operator create USERNAME --name N`.
let operatorCreateCommand = Command(
  "operator create",
  Text(zh: "新增操作员，显示一次性密码", en: "Create an operator and show its one-time password"),
  .changes,
  examples: [
    "iamctl operator create trader-001 --name 张三",
    "iamctl operator create clerk-007 --name 李四 --group 结算部 --mobile 13800000000",
    "iamctl operator create temp-0001 --name 王五 --until 2026-12-31",
  ],
  usernameArgument, Option("--name", "N", Text(zh: "姓名", en: "the person's name")),
  OptionalOption("--group", "G", Text(zh: "所属用户组", en: "the home group")),
  OptionalOption("--mobile", "M", Text(zh: "手机号码", en: "the mobile number")),
  OptionalOption("--email", "E", Text(zh: "电子邮箱", en: "the e-mail address")),
  fromOption, untilOption, tenantOption
) { context, username, name, group, mobile, email, from, until, tenant in
  let draft = OperatorDraft(
    username: try Username.parse(username), name: try PersonName(name),
    group: try group.map { try Name(existing: $0, .group) },
    mobile: try mobile.map { try Mobile($0) }, email: try email.map { try EmailAddress($0) },
    validity: Validity(from: from, until: until))
  let tenant = try tenant.map(TenantCode.init(existing:))
  let registry = try context.registry()
  let identity = try context.identity()
  let password = try registry.drawPassword()
  let expiresAt = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.createOperator(draft, password: password, in: tenant)
  }
  return context.handingOver(
    .record(
      Field("operator", Text(zh: "操作员", en: "Operator"), .text(username)),
      context.oneTimePassword(password.text),
      Field("expires_at", Text(zh: "有效期至", en: "Expires at"), .time(expiresAt.milliseconds))))
}
