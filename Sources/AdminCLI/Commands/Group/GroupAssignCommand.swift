import IAM
import Policy

/// `iamctl group assign NAME`.
let groupAssignCommand = Command(
  "group assign", Text(zh: "用户组向成员下发权限", en: "Let a group hand down permissions"), .changes,
  examples: ["iamctl group assign 交易部 --role 交易员 --account '*'"],
  Argument("NAME", Text(zh: "名称", en: "the name")), rolesOption, menuGroupsOption,
  productGroupsOption, accountsOption, fromOption, untilOption, tenantOption
) { context, name, roles, menuGroups, productGroups, accounts, from, until, tenant in
  let name = try Name(existing: name, .group)
  let assignment = try Assignment(
    menuGroups: menuGroups, productGroups: productGroups, accounts: accounts, roles: roles)
  let listing = assignment.listing
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已下发：\(listing)", en: "`\(name)` hands down: \(listing)"),
    [(key: "group", value: .string(name.text))]
  ) { change, tenant in
    try change.assign(
      assignment, toGroup: name, validity: Validity(from: from, until: until), in: tenant)
  }
}
