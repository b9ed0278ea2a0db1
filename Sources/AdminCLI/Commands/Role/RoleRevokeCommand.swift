import IAM
import Policy

/// `iamctl role revoke NAME`.
let roleRevokeCommand = Command(
  "role revoke",
  Text(zh: "从角色收回权限或包含的角色", en: "Take permissions or an included role out of a role"), .changes,
  examples: [
    "iamctl role revoke 交易员 --menu trade.listing --product PNG",
    "iamctl role revoke 主管 --role 交易员",
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")), menusOption, productsOption, accountsOption,
  rolesOption, tenantOption
) { context, name, menus, products, accounts, roles, tenant in
  let name = try Name(existing: name, .role)
  let parts = try RoleParts(menus: menus, products: products, accounts: accounts, roles: roles)
  return try context.changing(
    tenant, Text(zh: "角色 `\(name)` 已收回", en: "took out of the role `\(name)`"),
    [(key: "role", value: .string(name.text))]
  ) { change, tenant in try change.revoke(parts, fromRole: name, in: tenant) }
}
