import IAM
import Policy

/// `iamctl operator list`.
let operatorListCommand = Command(
  "operator list", Text(zh: "操作员列表", en: "List operators"),
  examples: [
    "iamctl operator list", "iamctl operator list --group 交易部 --state active",
    "iamctl operator list --inactive 90 --json",
  ],
  OptionalOption(
    "--group", "G", Text(zh: "该用户组及其下级", en: "in this group or one below it")),
  OptionalOption(
    "--state", "S", Text(zh: "状态", en: "in this state"), as: OperatorListing.State.self),
  OptionalOption(
    "--inactive", "DAYS", Text(zh: "至少多少天未登录", en: "no login for at least so many days"),
    as: Int.self),
  tenantOption
) { context, group, state, days, tenant in
  if let days, days < 0 {
    throw CommandFailure.usage(
      Text(zh: "--inactive：天数不能为负", en: "--inactive: days are not negative"))
  }
  let filter = OperatorFilter(
    group: try group.map { try Name(existing: $0, .group) }, state: state, inactiveDays: days)
  let operators = try context.asking(tenant) { inquiry, tenant in
    try inquiry.operators(filter, in: tenant)
  }
  return .table(operators, Column.all)
}
