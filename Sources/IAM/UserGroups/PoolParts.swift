public import Policy

/// What is put into a user group's pool, or taken out, together.
///
/// - Source: C4, C5.
public struct PoolParts: Sendable, Equatable {
  /// Menus; may hold the wildcard.
  public var menus: [MenuCode]
  /// Products; may hold the wildcard.
  public var products: [ProductCode]
  /// Trading accounts.
  public var accounts: [AccountCode]
  /// Every account of the tenant, now and later (`*`).
  public var everyAccount: Bool

  /// Nothing unless told otherwise.
  public init(
    menus: [MenuCode] = [], products: [ProductCode] = [], accounts: [AccountCode] = [],
    everyAccount: Bool = false
  ) {
    self.menus = menus
    self.products = products
    self.accounts = accounts
    self.everyAccount = everyAccount
  }

  /// Whether nothing is named.
  public var isEmpty: Bool { self == PoolParts() }

  /// The same as things, for looking them up.
  var assignment: Assignment {
    Assignment(
      menus: menus, products: products, accounts: accounts, everyAccount: everyAccount)
  }
}
