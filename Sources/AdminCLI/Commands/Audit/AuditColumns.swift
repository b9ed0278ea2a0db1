import IAM
import Policy

/// The columns of an audit row.
let auditColumns: [Column<AuditEntry>] = [
  Column("seq", Text(zh: "序号", en: "SEQ")) { .number($0.sequence) },
  Column("at", Text(zh: "时间", en: "TIME")) { .time($0.at.milliseconds) },
  Column("tenant", Text(zh: "会员", en: "TENANT"), isDetail: true) { .text($0.tenant) },
  Column("actor", Text(zh: "操作人", en: "ACTOR")) { .text($0.actor) },
  Column("on_behalf_of", Text(zh: "代办", en: "FOR"), isDetail: true) { .text($0.onBehalfOf) },
  Column("event", Text(zh: "事件", en: "EVENT")) { .text($0.event) },
  Column("object", Text(zh: "对象", en: "OBJECT")) { .text($0.object) },
  Column("outcome", Text(zh: "结果", en: "OUTCOME")) {
    .phrase(code: $0.outcome.rawValue, $0.outcome.title)
  },
  Column("reason", Text(zh: "原因", en: "REASON"), isDetail: true) { .text($0.reason) },
  Column("before", Text(zh: "变更前", en: "BEFORE"), isDetail: true) { .text($0.before) },
  Column("after", Text(zh: "变更后", en: "AFTER"), isDetail: true) { .text($0.after) },
  Column("session", Text(zh: "会话", en: "SESSION"), isDetail: true) {
    $0.session.map { .number($0) } ?? .none
  },
  Column("revision", Text(zh: "版本", en: "REVISION"), isDetail: true) { .number($0.revision) },
]

extension AuditEntry.Outcome {
  /// What people call it.
  fileprivate var title: Text {
    switch self {
    case .done: Text(zh: "完成", en: "done")
    case .denied: Text(zh: "拒绝", en: "denied")
    case .failed: Text(zh: "失败", en: "failed")
    }
  }
}
