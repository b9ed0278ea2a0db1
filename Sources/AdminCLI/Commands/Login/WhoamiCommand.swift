import IAM
import Policy

/// `iamctl whoami`.
let whoamiCommand = Command(
  "whoami", Text(zh: "显示当前登录的操作员", en: "Show who is logged in"),
  examples: ["iamctl whoami", "iamctl whoami --json"]
) { context in
  let registry = try context.registry(changing: false)
  let person = try registry.inquire(as: try context.identity()) { try $0.whoAmI() }
  let session = person.session
  return .record(
    Field("operator", Text(zh: "操作员", en: "operator"), .text(person.username.text)),
    Field("name", Text(zh: "姓名", en: "name"), .text(person.name)),
    Field("tenant", Text(zh: "会员编号", en: "tenant"), .text(person.tenant.text)),
    Field("master", Text(zh: "主账号", en: "master"), .bool(person.isMaster)),
    Field("session", Text(zh: "会话", en: "session"), session.map { .number($0.id) } ?? .none),
    Field(
      "expires_at", Text(zh: "会话到期", en: "expires at"),
      .time(session?.expiresAt.milliseconds)),
    Field(
      "payment_verified_until", Text(zh: "支付密码验证有效至", en: "payment verified until"),
      .time(session?.paymentVerifiedUntil?.milliseconds)),
    Field(
      "roles", Text(zh: "激活的角色", en: "active roles"),
      session?.activeRoles.map { .list($0.map(\.text)) } ?? .none),
    Field(
      "pending", Text(zh: "待完成步骤", en: "pending"),
      .cells(person.pending.map { .phrase(code: $0.rawValue, $0.title) })))
}
