import IAM
import Policy

/// The operator that a command is about.
let usernameArgument = Argument("USERNAME", Text(zh: "操作员用户名", en: "the operator's username"))

/// The user group that a command takes an operator to or from.
let groupOption = Option("--group", "G", Text(zh: "用户组", en: "the user group"))

/// When something begins to hold.
let fromOption = OptionalOption(
  "--from", "T", Text(zh: "开始时间", en: "from when it holds"), as: Instant.self)

/// When something ceases to hold.
let untilOption = OptionalOption(
  "--until", "T", Text(zh: "结束时间（不含）", en: "until when it holds (not included)"),
  as: Instant.self)

/// Menu groups, any number.
let menuGroupsOption = RepeatedOption(
  "--menu-group", "G", Text(zh: "菜单权限组", en: "a menu group"))

/// Product groups, any number.
let productGroupsOption = RepeatedOption(
  "--product-group", "G", Text(zh: "产品权限组", en: "a product group"))

/// Single menus, any number.
let menusOption = RepeatedOption(
  "--menu", "M", Text(zh: "菜单编码，含其下全部", en: "a menu with everything below it"))

/// Single products, any number.
let productsOption = RepeatedOption(
  "--product", "P", Text(zh: "产品编码，含其下全部", en: "a product with everything below it"))

/// Accounts, any number; `*` for every one.
let accountsOption = RepeatedOption(
  "--account", "A", Text(zh: "交易账号，* 为全部", en: "a trading account, or * for every one"))

/// Roles, any number.
let rolesOption = RepeatedOption("--role", "R", Text(zh: "角色", en: "a role"))

extension Assignment {
  /// Reads what was named on the command line.
  ///
  /// - Throws: exit 64 when nothing was; exit 67 for what cannot exist.
  init(
    menuGroups: [String] = [], productGroups: [String] = [], menus: [String] = [],
    products: [String] = [], accounts: [String] = [], roles: [String] = []
  ) throws {
    self.init(
      menuGroups: try menuGroups.map { try Name(existing: $0, .menuGroup) },
      productGroups: try productGroups.map { try Name(existing: $0, .productGroup) },
      menus: try menus.map(MenuCode.init(existing:)),
      products: try products.map(ProductCode.init(existing:)),
      accounts: try accounts.filter { $0 != "*" }.map(AccountCode.init(existing:)),
      everyAccount: accounts.contains("*"),
      roles: try roles.map { try Name(existing: $0, .role) })
    if isEmpty { throw CommandFailure.nothingNamed }
  }

  /// Everything it names, for people.
  var listing: String {
    let accounts = self.accounts.map(\.text) + (everyAccount ? ["*"] : [])
    return
      (menuGroups.map(\.text) + productGroups.map(\.text) + menus.map(\.text)
      + products.map(\.text) + accounts + roles.map(\.text)).joined(separator: ", ")
  }
}

extension CommandFailure {
  /// A command that gives or takes was told nothing to give or take.
  static let nothingNamed = CommandFailure.usage(
    Text(zh: "未指明任何权限", en: "nothing to give or take is named"),
    hint: Text(zh: "用 -h 查看可用的选项", en: "see -h for the options"))
}
