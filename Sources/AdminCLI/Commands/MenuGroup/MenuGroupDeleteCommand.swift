import IAM
import Policy

/// `iamctl menu-group delete NAME`.
let menuGroupDeleteCommand = Command(
  "menu-group delete", Text(zh: "删除无人持有的菜单权限组", en: "Delete a menu group that nobody holds"),
  .destroys,
  examples: ["iamctl menu-group delete 交易员 --yes"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .menuGroup)
  try context.confirm(
    Text(zh: "删除菜单权限组 `\(name)`？", en: "delete the menu group `\(name)`?"))
  return try context.changing(
    tenant, Text(zh: "已删除菜单权限组 `\(name)`", en: "deleted the menu group `\(name)`"),
    [(key: "menu_group", value: .string(name.text))]
  ) { change, tenant in try change.deleteMenuGroup(name, in: tenant) }
}
