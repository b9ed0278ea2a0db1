/// Who makes a change in a tenant, as the gate sees it.
public enum Actor: Hashable, Sendable {
  /// An operator of the tenant itself.
  case insider(Username)
  /// Staff of the exchange, acting in a member's tenant under an `exchange.` menu that was checked.
  case staff
  /// The program itself: setting up, registration by somebody who has no account yet.
  case system
}

/// What a change touched: what differs, and everybody whose permissions may differ for it.
public struct Touched: Sendable, Equatable {
  /// Operators changed themselves, or reached through what changed.
  public var operators: Set<Username> = []
  /// Operators who were given a one-time password: whoever gets it gets all that they hold.
  public var issued: Set<Username> = []
  /// User groups changed.
  public var groups: Set<Name> = []
  /// Roles changed.
  public var roles: Set<Name> = []
  /// Menu permission groups changed.
  public var menuGroups: Set<Name> = []
  /// Product permission groups changed.
  public var productGroups: Set<Name> = []

  /// Nothing touched.
  public init() {}
}
