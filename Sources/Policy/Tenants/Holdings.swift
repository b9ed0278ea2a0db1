/// Something given, and when it holds.
public struct Given<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What is given.
  public var value: Value
  /// When it holds.
  public var validity: Validity

  /// Takes a value, always valid unless told otherwise.
  public init(_ value: Value, validity: Validity = .always) {
    self.value = value
    self.validity = validity
  }
}

/// What has been given to one operator, or is handed down by one user group.
public struct Holdings: Hashable, Sendable {
  /// Single menus; may hold the wildcard.
  public var menus: [Given<MenuCode>] = []
  /// Single products; may hold the wildcard.
  public var products: [Given<ProductCode>] = []
  /// Accounts; `every` is `*`.
  public var accounts: [Given<AccountSet>] = []
  /// Menu permission groups (菜单权限组).
  public var menuGroups: [Given<Name>] = []
  /// Product permission groups (产品权限组).
  public var productGroups: [Given<Name>] = []
  /// Roles (角色).
  public var roles: [Given<Name>] = []

  /// Nothing held.
  public init() {}
}

/// A named set of permissions of one tenant (角色), which may include other roles.
public struct Role: Hashable, Sendable {
  /// Its menus; may hold the wildcard.
  public var menus: MenuSet
  /// Its products; when empty, the holder's own products.
  public var products: ProductSet
  /// Its accounts; when empty, the holder's own accounts.
  public var accounts: AccountSet
  /// The roles it includes; each keeps its own rectangle.
  public var includes: Set<Name>

  /// Takes the sides and the inclusions.
  public init(
    menus: MenuSet = MenuSet(), products: ProductSet = ProductSet(),
    accounts: AccountSet = .none, includes: Set<Name> = []
  ) {
    self.menus = menus
    self.products = products
    self.accounts = accounts
    self.includes = includes
  }
}
