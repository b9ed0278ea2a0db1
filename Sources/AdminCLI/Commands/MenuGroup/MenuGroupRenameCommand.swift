import IAM
import Policy

/// `iamctl menu-group rename NAME NEW-NAME`.
let menuGroupRenameCommand = Command(
  "menu-group rename", Text(zh: "菜单权限组改名", en: "Rename a menu group"), .changes,
  examples: ["iamctl menu-group rename 交易员 交易员一组"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("NEW-NAME", Text(zh: "新名称", en: "the new name")), tenantOption
) { context, name, newName, tenant in
  let name = try Name(existing: name, .menuGroup)
  let newName = try Name(new: newName)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已改名为 `\(newName)`", en: "renamed `\(name)` to `\(newName)`"),
    [(key: "menu_group", value: .string(newName.text))]
  ) { change, tenant in try change.renameMenuGroup(name, to: newName, in: tenant) }
}
