import IAM
import Policy

/// `iamctl group unassign NAME`.
let groupUnassignCommand = Command(
  "group unassign", Text(zh: "收回用户组下发的权限", en: "End what a group hands down"), .changes,
  examples: ["iamctl group unassign 交易部 --role 交易员 --account '*'"],
  Argument("NAME", Text(zh: "名称", en: "the name")), rolesOption, menuGroupsOption,
  productGroupsOption, accountsOption, tenantOption
) { context, name, roles, menuGroups, productGroups, accounts, tenant in
  let name = try Name(existing: name, .group)
  let assignment = try Assignment(
    menuGroups: menuGroups, productGroups: productGroups, accounts: accounts, roles: roles)
  let listing = assignment.listing
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已收回：\(listing)", en: "`\(name)` no longer hands down: \(listing)"),
    [(key: "group", value: .string(name.text))]
  ) { change, tenant in
    try change.unassign(assignment, fromGroup: name, in: tenant)
  }
}
