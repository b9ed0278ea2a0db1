import IAM
import Policy

/// `iamctl operator unassign USERNAME`.
let operatorUnassignCommand = Command(
  "operator unassign", Text(zh: "收回操作员权限", en: "Take permissions away from an operator"), .changes,
  examples: [
    "iamctl operator unassign trader-001 --menu-group 交易员",
    "iamctl operator unassign trader-001 --product PNG.SH --account '*'",
  ],
  usernameArgument, menuGroupsOption, productGroupsOption, menusOption, productsOption,
  accountsOption, rolesOption, tenantOption
) { context, username, menuGroups, productGroups, menus, products, accounts, roles, tenant in
  let person = try Username(existing: username)
  let assignment = try Assignment(
    menuGroups: menuGroups, productGroups: productGroups, menus: menus, products: products,
    accounts: accounts, roles: roles)
  let listing = assignment.listing
  return try context.changing(
    tenant, Text(zh: "已从 `\(person)` 收回：\(listing)", en: "took from `\(person)`: \(listing)"),
    [(key: "operator", value: .string(person.text))]
  ) { change, tenant in
    try change.unassign(assignment, from: person, in: tenant)
  }
}
