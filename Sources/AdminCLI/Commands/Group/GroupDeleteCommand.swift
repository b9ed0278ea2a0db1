import IAM
import Policy

/// `iamctl group delete NAME`.
let groupDeleteCommand = Command(
  "group delete", Text(zh: "删除未使用的用户组", en: "Delete a user group that is not in use"), .destroys,
  examples: ["iamctl group delete 交易部 --yes"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .group)
  try context.confirm(Text(zh: "删除用户组 `\(name)`？", en: "delete the user group `\(name)`?"))
  return try context.changing(
    tenant, Text(zh: "已删除用户组 `\(name)`", en: "deleted the user group `\(name)`"),
    [(key: "group", value: .string(name.text))]
  ) { change, tenant in try change.deleteGroup(name, in: tenant) }
}
