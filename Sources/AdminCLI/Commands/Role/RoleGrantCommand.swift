import IAM
import Policy

/// `iamctl role grant NAME`.
let roleGrantCommand = Command(
  "role grant", Text(zh: "向角色授予权限或包含角色", en: "Add permissions, or a role to include, to a role"),
  .changes,
  examples: [
    "iamctl role grant 交易员 --menu trade.listing --product PNG",
    "iamctl role grant 主管 --role 交易员",
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")), menusOption, productsOption, accountsOption,
  rolesOption, tenantOption
) { context, name, menus, products, accounts, roles, tenant in
  let name = try Name(existing: name, .role)
  let parts = try RoleParts(menus: menus, products: products, accounts: accounts, roles: roles)
  return try context.changing(
    tenant, Text(zh: "角色 `\(name)` 已授予", en: "added to the role `\(name)`"),
    [(key: "role", value: .string(name.text))]
  ) { change, tenant in try change.grant(parts, toRole: name, in: tenant) }
}
