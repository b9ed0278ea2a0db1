import IAM
import Policy

/// `iamctl separation limit NAME N`.
let separationLimitCommand = Command(
  "separation limit",
  Text(
    zh: "修改职责分离规则的上限", en: "Change from how many roles on a separation of duty is violated"),
  .changes,
  examples: ["iamctl separation limit 交易结算分离 2"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("N", Text(zh: "从几个角色起违反", en: "from how many roles on"), as: Int.self), tenantOption
) { context, name, limit, tenant in
  let name = try Name(existing: name, .separation)
  return try context.changing(
    tenant,
    Text(
      zh: "`\(name)` 自 \(limit) 个角色起违反", en: "`\(name)` is violated from \(limit) roles on"),
    [
      (key: "separation", value: .string(name.text)),
      (key: "limit", value: .number(Int64(limit))),
    ]
  ) { change, tenant in try change.setLimit(limit, ofSeparation: name, in: tenant) }
}
