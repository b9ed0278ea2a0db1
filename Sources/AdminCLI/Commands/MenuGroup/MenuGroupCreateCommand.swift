import IAM
import Policy

/// `iamctl menu-group create NAME`.
let menuGroupCreateCommand = Command(
  "menu-group create", Text(zh: "新增菜单权限组", en: "Create a menu group"), .changes,
  examples: [
    "iamctl menu-group create 交易员 --preset trader", "iamctl menu-group create 夜盘",
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  OptionalOption(
    "--preset", "trader|settlement",
    Text(zh: "推荐权限：交易交收员或结算员", en: "start with the recommended menus of a duty")),
  tenantOption
) { context, name, preset, tenant in
  let name = try Name(new: name)
  return try context.changing(
    tenant, Text(zh: "已新增菜单权限组 `\(name)`", en: "created the menu group `\(name)`"),
    [(key: "menu_group", value: .string(name.text))]
  ) { change, tenant in try change.createMenuGroup(name, preset: preset, in: tenant) }
}
