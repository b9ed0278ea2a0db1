/// An enterprise (会员 / 机构 / 交易所) as far as decisions need to know it.
public struct Tenant: Sendable, Hashable {
  /// What kind of enterprise it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The exchange itself; exactly one.
    case exchange
    /// A trading member (会员).
    case member
    /// An institution filed under a member (机构).
    case institution
  }

  /// Where it stands between registration and closing.
  public enum State: String, Sendable, CaseIterable {
    case registered, profiled
    case bankBound = "bank-bound"
    case underReview = "under-review"
    case rejected, supplement, approved, suspended, closed
  }

  /// Its code.
  public var code: TenantCode
  /// Its kind.
  public var kind: Kind
  /// Its state.
  public var state: State
  /// Whether it has been approved once: a later review closes trading only.
  public var hasBeenApproved: Bool
  /// Whether its own rule asks every session for a key.
  public var requiresKey: Bool

  /// Takes the facts as they are.
  public init(
    code: TenantCode, kind: Kind, state: State, hasBeenApproved: Bool, requiresKey: Bool = false
  ) {
    self.code = code
    self.kind = kind
    self.state = state
    self.hasBeenApproved = hasBeenApproved
    self.requiresKey = requiresKey
  }
}

/// What the exchange has opened to a tenant (开通权限).
public struct Entitlement: Sendable, Hashable {
  /// The modules opened; may hold the wildcard.
  public var menus: MenuSet
  /// The products opened; may hold the wildcard.
  public var products: ProductSet

  /// Takes both sides.
  public init(menus: MenuSet, products: ProductSet) {
    self.menus = menus
    self.products = products
  }

  /// The entitlement over every account of the tenant, as named: wildcards are not spelt out.
  public var rectangle: Rectangle {
    Rectangle(menus: menus, products: products, accounts: .every)
  }
}

/// The state of a trading account.
public enum AccountState: String, Sendable, CaseIterable {
  /// Usable.
  case open
  /// Read-only menus still work on it.
  case frozen
  /// Nothing works on it any more.
  case closed
}
