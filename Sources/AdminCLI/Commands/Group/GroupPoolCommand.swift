import IAM
import Policy

/// `iamctl group pool NAME`.
let groupPoolCommand = Command(
  "group pool", Text(zh: "调整用户组权限池", en: "Change what a group's administrators may hand out"),
  .changes,
  examples: [
    "iamctl group pool 交易部 --add-menu trade --add-product PNG --add-account '*'",
    "iamctl group pool 交易部 --remove-product PNG",
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  RepeatedOption("--add-menu", "M", Text(zh: "加入菜单", en: "a menu to put in")),
  RepeatedOption("--add-product", "P", Text(zh: "加入产品", en: "a product to put in")),
  RepeatedOption("--add-account", "A", Text(zh: "加入交易账号", en: "an account to put in, or *")),
  RepeatedOption("--remove-menu", "M", Text(zh: "移出菜单", en: "a menu to take out")),
  RepeatedOption("--remove-product", "P", Text(zh: "移出产品", en: "a product to take out")),
  RepeatedOption("--remove-account", "A", Text(zh: "移出交易账号", en: "an account to take out")),
  tenantOption
) { context, name, menus, products, accounts, noMenus, noProducts, noAccounts, tenant in
  let name = try Name(existing: name, .group)
  let added = try PoolParts(menus: menus, products: products, accounts: accounts)
  let removed = try PoolParts(menus: noMenus, products: noProducts, accounts: noAccounts)
  if added.isEmpty && removed.isEmpty { throw CommandFailure.nothingNamed }
  return try context.changing(
    tenant, Text(zh: "已调整 `\(name)` 的权限池", en: "changed the pool of `\(name)`"),
    [(key: "group", value: .string(name.text))]
  ) { change, tenant in
    try change.changePool(of: name, adding: added, removing: removed, in: tenant)
  }
}

extension PoolParts {
  /// Reads what was named on the command line.
  ///
  /// - Throws: exit 67 for what cannot exist.
  fileprivate init(menus: [String], products: [String], accounts: [String]) throws {
    self.init(
      menus: try menus.map(MenuCode.init(existing:)),
      products: try products.map(ProductCode.init(existing:)),
      accounts: try accounts.filter { $0 != "*" }.map(AccountCode.init(existing:)),
      everyAccount: accounts.contains("*"))
  }
}
