import IAM

/// `iamctl member entitle TENANT [--menu M]… [--product P]…`.
let memberEntitleCommand = Command(
  "member entitle", Text(zh: "开通权限", en: "Open menus and products to a member"), .changes,
  examples: ["iamctl member entitle M000001 --menu trade.efp --product BOND"],
  memberArgument, moduleMenus, moduleProducts
) { context, tenant, menus, products in
  let identity = try context.identity()
  try requireSome(menus, products)
  return try context.registry().change(as: identity, dryRun: context.isDryRun) {
    try $0.entitle(tenant, menus: menus, products: products)
  }.output
}

/// The menus that are opened or taken.
let moduleMenus = RepeatedOption(
  "--menu", "M", Text(zh: "菜单及其下级", en: "a menu with everything below it"))

/// The products that are opened or taken.
let moduleProducts = RepeatedOption(
  "--product", "P", Text(zh: "产品及其下级", en: "a product with everything below it"))

/// Refuses a command line that names nothing.
func requireSome(_ menus: [String], _ products: [String]) throws(CommandFailure) {
  guard menus.isEmpty, products.isEmpty else { return }
  throw .usage(
    Text(zh: "没有指明菜单或产品", en: "no menu and no product is named"),
    hint: Text(zh: "用 --menu 或 --product 指明", en: "name them with --menu and --product"))
}
