public import Policy

/// What is given or taken away together: to an operator, or handed down by a user group.
///
/// - Source: B4, C6.
public struct Assignment: Sendable, Equatable {
  /// Menu permission groups (菜单权限组).
  public var menuGroups: [Name]
  /// Product permission groups (产品权限组).
  public var productGroups: [Name]
  /// Single menus; may hold the wildcard.
  public var menus: [MenuCode]
  /// Single products; may hold the wildcard.
  public var products: [ProductCode]
  /// Trading accounts (交易账号).
  public var accounts: [AccountCode]
  /// Every account of the tenant, now and later (`*`).
  public var everyAccount: Bool
  /// Roles (角色).
  public var roles: [Name]

  /// Nothing unless told otherwise.
  public init(
    menuGroups: [Name] = [], productGroups: [Name] = [], menus: [MenuCode] = [],
    products: [ProductCode] = [], accounts: [AccountCode] = [], everyAccount: Bool = false,
    roles: [Name] = []
  ) {
    self.menuGroups = menuGroups
    self.productGroups = productGroups
    self.menus = menus
    self.products = products
    self.accounts = accounts
    self.everyAccount = everyAccount
    self.roles = roles
  }

  /// Whether nothing is named.
  public var isEmpty: Bool { self == Assignment() }
}

extension Assignment {
  /// What it names, for the audit trail; kinds of which nothing is named are left out.
  var json: JSONValue {
    let accounts = self.accounts.map(\.text) + (everyAccount ? ["*"] : [])
    let parts: [(key: String, names: [String])] = [
      ("menu_groups", menuGroups.map(\.text)), ("product_groups", productGroups.map(\.text)),
      ("menus", menus.map(\.text)), ("products", products.map(\.text)), ("accounts", accounts),
      ("roles", roles.map(\.text)),
    ]
    return .object(
      parts.filter { !$0.names.isEmpty }
        .map { (key: $0.key, value: .array($0.names.map { .string($0) })) })
  }
}
