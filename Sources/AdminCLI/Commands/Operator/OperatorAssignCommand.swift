import IAM
import Policy

/// `iamctl operator assign USERNAME`.
let operatorAssignCommand = Command(
  "operator assign", Text(zh: "授予操作员权限", en: "Give permissions to an operator"), .changes,
  examples: [
    "iamctl operator assign trader-001 --menu-group 交易员 --product-group 天然气 --account '*'",
    "iamctl operator assign trader-001 --menu trade.listing --product PNG.SH --until 2026-12-31",
  ],
  usernameArgument, menuGroupsOption, productGroupsOption, menusOption, productsOption,
  accountsOption, rolesOption, fromOption, untilOption, tenantOption
) {
  context, username, menuGroups, productGroups, menus, products, accounts, roles, from, until,
  tenant in
  let person = try Username(existing: username)
  let assignment = try Assignment(
    menuGroups: menuGroups, productGroups: productGroups, menus: menus, products: products,
    accounts: accounts, roles: roles)
  let listing = assignment.listing
  return try context.changing(
    tenant, Text(zh: "已授予 `\(person)`：\(listing)", en: "gave `\(person)`: \(listing)"),
    [(key: "operator", value: .string(person.text))]
  ) { change, tenant in
    try change.assign(
      assignment, to: person, validity: Validity(from: from, until: until), in: tenant)
  }
}
