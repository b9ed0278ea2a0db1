public import Policy

/// What a role is given or loses together.
///
/// - Source: C6.
public struct RoleParts: Sendable, Equatable {
  /// Menus; may hold the wildcard.
  public var menus: [MenuCode]
  /// Products; may hold the wildcard. A role that names none has its holder's own.
  public var products: [ProductCode]
  /// Trading accounts. A role that names none has its holder's own.
  public var accounts: [AccountCode]
  /// Every account of the tenant, now and later (`*`).
  public var everyAccount: Bool
  /// Roles that it includes, each with its own sides.
  public var roles: [Name]

  /// Nothing unless told otherwise.
  public init(
    menus: [MenuCode] = [], products: [ProductCode] = [], accounts: [AccountCode] = [],
    everyAccount: Bool = false, roles: [Name] = []
  ) {
    self.menus = menus
    self.products = products
    self.accounts = accounts
    self.everyAccount = everyAccount
    self.roles = roles
  }

  /// Whether nothing is named.
  public var isEmpty: Bool { self == RoleParts() }

  /// The same as things, for looking them up.
  var assignment: Assignment {
    Assignment(
      menus: menus, products: products, accounts: accounts, everyAccount: everyAccount,
      roles: roles)
  }
}
