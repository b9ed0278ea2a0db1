import IAM
import Policy

/// `iamctl separation delete NAME`.
let separationDeleteCommand = Command(
  "separation delete", Text(zh: "删除职责分离规则", en: "Delete a separation of duty"), .destroys,
  examples: ["iamctl separation delete 交易结算分离 --yes"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .separation)
  try context.confirm(
    Text(zh: "删除职责分离规则 `\(name)`？", en: "delete the separation set `\(name)`?"))
  return try context.changing(
    tenant, Text(zh: "已删除职责分离规则 `\(name)`", en: "deleted the separation set `\(name)`"),
    [(key: "separation", value: .string(name.text))]
  ) { change, tenant in try change.deleteSeparation(name, in: tenant) }
}
