import IAM
import Policy

/// `iamctl session list`.
let sessionListCommand = Command(
  "session list", Text(zh: "列出会话", en: "List open sessions"),
  examples: ["iamctl session list", "iamctl session list --operator trader-01"],
  OptionalOption("--operator", "U", Text(zh: "只看该操作员", en: "only this operator's")),
  tenantOption
) { context, username, tenant in
  let registry = try context.registry(changing: false)
  let tenant = try TenantCode.named(tenant)
  let sessions = try registry.inquire(as: try context.identity()) {
    try $0.sessions(of: username, in: tenant)
  }
  return .table(
    sessions,
    [
      Column("id", Text(zh: "会话", en: "session")) { .number($0.id) },
      Column("operator", Text(zh: "操作员", en: "operator")) { .text($0.username.text) },
      Column("created_at", Text(zh: "登录时间", en: "since")) { .time($0.createdAt.milliseconds) },
      Column("last_seen_at", Text(zh: "最近活动", en: "last seen")) {
        .time($0.lastSeenAt.milliseconds)
      },
      Column("expires_at", Text(zh: "到期", en: "expires")) { .time($0.expiresAt.milliseconds) },
      Column("own", Text(zh: "本会话", en: "this one")) { .bool($0.isOwn) },
    ])
}
