import IAM
import Policy

/// `iamctl report inactive`.
let reportInactiveCommand = Command(
  "report inactive",
  Text(zh: "从未登录或久未登录的操作员", en: "Report operators who never or long ago logged in"),
  examples: ["iamctl report inactive", "iamctl report inactive --days 30 --format csv"],
  tenantOption,
  OptionalOption(
    "--days", "N", Text(zh: "多少天未登录，默认 90", en: "days without a login, 90 by default"),
    as: Int.self),
  reportFormatOption
) { context, tenant, days, format in
  let days = days ?? 90
  guard days >= 0 else {
    throw CommandFailure.usage(Text(zh: "--days 不能为负", en: "--days cannot be negative"))
  }
  let registry = try context.registry(changing: false)
  let code = try TenantCode.named(tenant)
  let (rows, now) = try registry.inquire(as: context.identity()) { inquiry in
    (try inquiry.inactiveReport(days: days, of: code), inquiry.now)
  }
  let subtitle = [tenant, "\(days) d", RFC3339.text(now.milliseconds)].compactMap(\.self)
  return .report(
    rows, inactiveColumns, title: Text(zh: "未登录操作员", en: "Inactive operators"),
    subtitle: subtitle.joined(separator: " · "), format, in: context.language)
}

private let inactiveColumns: [Column<InactiveOperator>] = [
  Column("operator", Text(zh: "操作员", en: "OPERATOR")) { .text($0.username.text) },
  Column("name", Text(zh: "姓名", en: "NAME")) { .text($0.name) },
  Column("state", Text(zh: "状态", en: "STATE")) { $0.state.cell },
  Column("group", Text(zh: "用户组", en: "GROUP")) { .text($0.group.text) },
  Column("created_at", Text(zh: "创建时间", en: "CREATED")) { .time($0.createdAt.milliseconds) },
  Column("last_login_at", Text(zh: "上次登录", en: "LAST LOGIN")) {
    .time($0.lastLoginAt?.milliseconds)
  },
]
