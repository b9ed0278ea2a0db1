import IAM
import Policy

/// `iamctl audit list`.
let auditListCommand = Command(
  "audit list", Text(zh: "查询审计记录，从早到晚", en: "List the audit trail, oldest first"),
  examples: [
    "iamctl audit list", "iamctl audit list --event operator --since 2026-01-31",
    "iamctl audit list --tenant M000001 --actor staff-01 --limit 20 --json",
  ],
  tenantOption,
  OptionalOption("--actor", "U", Text(zh: "操作人", en: "who did it")),
  OptionalOption(
    "--event", "E",
    Text(
      zh: "事件代码，或其首词（如 operator）", en: "an event, or its first word such as `operator`")),
  OptionalOption(
    "--since", "T",
    Text(zh: "不早于该时刻（RFC 3339 或日期）", en: "not before this time (RFC 3339) or day")),
  OptionalOption(
    "--limit", "N", Text(zh: "只看最新的若干条", en: "only the newest so many"), as: Int.self)
) { context, tenant, actor, event, since, limit in
  var filter = AuditFilter(
    tenant: try TenantCode.named(tenant), actor: actor, event: event,
    since: try since.map(auditInstant), limit: limit)
  guard limit.map({ $0 >= 0 }) ?? true else {
    throw CommandFailure.usage(
      Text(zh: "--limit 不能为负", en: "--limit cannot be negative"))
  }
  let registry = try context.registry(changing: false)
  return try registry.inquire(as: context.identity()) { inquiry in
    guard context.console.terminal.isOutput else {
      try AuditStream(context.console).list(filter, of: inquiry)
      return Output(.written)
    }
    // A table needs all its rows at once to know the widths of its columns.
    let shown = limit ?? 1000
    filter.limit = shown == .max ? shown : shown + 1
    let entries = try inquiry.auditEntries(filter)
    let output = Output.table(entries.suffix(shown), auditColumns)
    return limit != nil || entries.count <= shown
      ? output
      : output.noting(
        Text(
          zh: "只显示最新 \(shown) 条；用 --limit 指定更多", en: "the newest \(shown); see more with --limit"))
  }
}

/// The instant that `--since` names.
private func auditInstant(_ text: String) throws(CommandFailure) -> Instant {
  guard let milliseconds = RFC3339.milliseconds(text) else {
    throw CommandFailure(
      "invalid-time", Text(zh: "--since：`\(text)` 不是时间", en: "--since: `\(text)` is not a time"),
      hint: Text(
        zh: "写作 2026-01-31T09:15:00+08:00 或 2026-01-31",
        en: "write 2026-01-31T09:15:00+08:00 or 2026-01-31"),
      exit: .invalidData)
  }
  return Instant(milliseconds: milliseconds)
}
