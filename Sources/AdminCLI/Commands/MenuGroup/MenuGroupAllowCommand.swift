import IAM
import Policy

/// `iamctl menu-group allow NAME MENU…`.
let menuGroupAllowCommand = Command(
  "menu-group allow", Text(zh: "向菜单权限组加入菜单", en: "Add to a menu group"), .changes,
  examples: ["iamctl menu-group allow 交易员 trade.listing delivery"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  RepeatedArgument("MENU", Text(zh: "菜单编码", en: "a menu with everything below it")),
  tenantOption
) { context, name, codes, tenant in
  let name = try Name(existing: name, .menuGroup)
  let codes = try codes.map(MenuCode.init(existing:))
  let listing = codes.map(\.text).joined(separator: ", ")
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已加入：\(listing)", en: "added to `\(name)`: \(listing)"),
    [
      (key: "menu_group", value: .string(name.text)),
      (key: "menus", value: .strings(codes.map(\.text))),
    ]
  ) { change, tenant in try change.allow(codes, inMenuGroup: name, in: tenant) }
}
