import IAM
import Policy

/// `iamctl role create NAME`.
let roleCreateCommand = Command(
  "role create", Text(zh: "新增角色", en: "Create a role"), .changes,
  examples: ["iamctl role create 交易员"], Argument("NAME", Text(zh: "名称", en: "the name")),
  tenantOption
) { context, name, tenant in
  let name = try Name(new: name)
  return try context.changing(
    tenant, Text(zh: "已新增角色 `\(name)`", en: "created the role `\(name)`"),
    [(key: "role", value: .string(name.text))]
  ) { change, tenant in try change.createRole(name, in: tenant) }
}
