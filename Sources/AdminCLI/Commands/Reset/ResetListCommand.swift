import IAM
import Policy

/// `iamctl reset list`.
let resetListCommand = Command(
  "reset list", Text(zh: "列出重置申请", en: "List reset requests"),
  examples: ["iamctl reset list"]
) { context in
  let registry = try context.registry(changing: false)
  let requests = try registry.inquire(as: try context.identity()) { try $0.resetRequests() }
  return .table(
    requests,
    [
      Column("id", Text(zh: "编号", en: "id")) { .number($0.id) },
      Column("tenant", Text(zh: "会员", en: "tenant")) { .text($0.tenant.text) },
      Column("operator", Text(zh: "管理员", en: "master")) { .text($0.username.text) },
      Column("state", Text(zh: "状态", en: "state")) { $0.state.cell },
      Column("reason", Text(zh: "原因", en: "reason")) { .text($0.reason) },
      Column("requested_by", Text(zh: "申请人", en: "requested by")) {
        .text($0.requestedBy.text)
      },
      Column("filed_by", Text(zh: "申报会员", en: "filed by")) { .text($0.filedBy?.text) },
      Column("requested_at", Text(zh: "申请时间", en: "requested at")) {
        .time($0.requestedAt.milliseconds)
      },
      Column("expires_at", Text(zh: "复核期限", en: "until")) { .time($0.expiresAt.milliseconds) },
      Column("decided_by", Text(zh: "复核人", en: "decided by")) { .text($0.decidedBy?.text) },
      Column("decided_at", Text(zh: "复核时间", en: "decided at")) {
        .time($0.decidedAt?.milliseconds)
      },
      Column("decision_reason", Text(zh: "复核意见", en: "decision")) {
        .text($0.decisionReason)
      },
    ])
}

extension ResetRequest.State {
  /// What people call it.
  var title: Text {
    switch self {
    case .pending: Text(zh: "待复核", en: "pending")
    case .executed: Text(zh: "已执行", en: "executed")
    case .rejected: Text(zh: "已驳回", en: "rejected")
    case .expired: Text(zh: "已过期", en: "expired")
    }
  }

  /// The code for programs, the words for people.
  var cell: Cell { .phrase(code: rawValue, title) }
}
