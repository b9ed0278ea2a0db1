import IAM

/// `iamctl member disentitle TENANT [--menu M]… [--product P]…`.
let memberDisentitleCommand = Command(
  "member disentitle", Text(zh: "收回权限", en: "Take menus and products from a member"), .changes,
  examples: ["iamctl member disentitle M000001 --menu trade.efp --product BOND"],
  memberArgument, moduleMenus, moduleProducts
) { context, tenant, menus, products in
  let identity = try context.identity()
  try requireSome(menus, products)
  return try context.registry().change(as: identity, dryRun: context.isDryRun) {
    try $0.disentitle(tenant, menus: menus, products: products)
  }.output
}
