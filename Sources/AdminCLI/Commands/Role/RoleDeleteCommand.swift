import IAM
import Policy

/// `iamctl role delete NAME`.
let roleDeleteCommand = Command(
  "role delete", Text(zh: "删除未使用的角色", en: "Delete a role that is not in use"), .destroys,
  examples: ["iamctl role delete 交易员 --yes"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .role)
  try context.confirm(Text(zh: "删除角色 `\(name)`？", en: "delete the role `\(name)`?"))
  return try context.changing(
    tenant, Text(zh: "已删除角色 `\(name)`", en: "deleted the role `\(name)`"),
    [(key: "role", value: .string(name.text))]
  ) { change, tenant in try change.deleteRole(name, in: tenant) }
}
