import IAM
import Policy

/// `iamctl report reviews`.
let reportReviewsCommand = Command(
  "report reviews",
  Text(zh: "业务资格申请及审核结果", en: "Report applications for qualifications and the decisions"),
  examples: ["iamctl report reviews", "iamctl report reviews --tenant M000001 --format csv"],
  tenantOption, reportFormatOption
) { context, tenant, format in
  let registry = try context.registry(changing: false)
  let code = try TenantCode.named(tenant)
  let (rows, now) = try registry.inquire(as: context.identity()) { inquiry in
    (try inquiry.reviewReport(of: code), inquiry.now)
  }
  let subtitle = [tenant, RFC3339.text(now.milliseconds)].compactMap(\.self)
  return .report(
    rows, reviewColumns, title: Text(zh: "业务资格审核", en: "Reviews"),
    subtitle: subtitle.joined(separator: " · "), format, in: context.language)
}

private let reviewColumns: [Column<ReviewRow>] = [
  Column("tenant", Text(zh: "会员", en: "TENANT")) { .text($0.tenant.text) },
  Column("name", Text(zh: "名称", en: "NAME")) { .text($0.name) },
  Column("qualification", Text(zh: "业务资格", en: "QUALIFICATION")) { .text($0.qualification) },
  Column("state", Text(zh: "状态", en: "STATE")) { row in
    .phrase(code: row.state, stateTitles[row.state] ?? Text(row.state))
  },
  Column("applied_at", Text(zh: "申请时间", en: "APPLIED")) { .time($0.appliedAt.milliseconds) },
  Column("decided_at", Text(zh: "审核时间", en: "DECIDED")) { .time($0.decidedAt?.milliseconds) },
  Column("decided_by", Text(zh: "审核人", en: "BY")) { .text($0.decidedBy) },
  Column("reason", Text(zh: "原因", en: "REASON")) { .text($0.reason) },
]

private let stateTitles = [
  "pending": Text(zh: "审核中", en: "pending"), "approved": Text(zh: "通过", en: "approved"),
  "rejected": Text(zh: "拒绝", en: "rejected"),
  "supplement": Text(zh: "补充材料", en: "supplement asked for"),
]
