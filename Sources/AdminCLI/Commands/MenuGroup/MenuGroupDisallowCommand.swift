import IAM
import Policy

/// `iamctl menu-group disallow NAME MENU…`.
let menuGroupDisallowCommand = Command(
  "menu-group disallow", Text(zh: "从菜单权限组移出菜单", en: "Take out of a menu group"), .changes,
  examples: ["iamctl menu-group disallow 交易员 trade.listing delivery"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  RepeatedArgument("MENU", Text(zh: "菜单编码", en: "a menu with everything below it")),
  tenantOption
) { context, name, codes, tenant in
  let name = try Name(existing: name, .menuGroup)
  let codes = try codes.map(MenuCode.init(existing:))
  let listing = codes.map(\.text).joined(separator: ", ")
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已移出：\(listing)", en: "took out of `\(name)`: \(listing)"),
    [
      (key: "menu_group", value: .string(name.text)),
      (key: "menus", value: .strings(codes.map(\.text))),
    ]
  ) { change, tenant in try change.disallow(codes, inMenuGroup: name, in: tenant) }
}
