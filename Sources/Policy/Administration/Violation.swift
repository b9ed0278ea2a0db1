/// Why the gate refuses a change; each names just what is outside, and for whom.
public enum Violation: Hashable, Sendable {
  /// The actor has no authority over this operator.
  case operatorNotYours(Username)
  /// The actor has no authority over this group, or not over what bounds it.
  case groupNotYours(Name)
  /// Somebody would gain what the actor may not hand out there.
  case gain(Username, outside: [Rectangle])
  /// These items, given to or named by `place`, lie wholly outside what is open there.
  case outside(Place, items: [Item], ceiling: Ceiling)
  /// An operator would hold this many roles or more of a separation set.
  case separation(name: Name, Username, roles: [Name])
  /// Nobody who can log in would administer this any more.
  case lastAdministrator(Place)
  /// One of these for so many operators whom the actor does not see: neither who they are is told,
  /// nor what they hold.
  case unseen(Grievance, count: Int)

  /// What speaks against a change of an operator, whoever that is.
  public enum Grievance: Hashable, Sendable {
    case notYours
    case gain
    case outsideEntitlement
    case outsidePool
    /// Of the separation set with this name.
    case separation(Name)
  }

  /// Where something is given or named.
  public enum Place: Hashable, Sendable {
    case tenant
    case `operator`(Username)
    case group(Name)
    case pool(Name)
    case role(Name)
    case menuGroup(Name)
    case productGroup(Name)
  }

  /// One thing given.
  public enum Item: Hashable, Sendable {
    case menu(MenuCode)
    case product(ProductCode)
    case account(AccountCode)
  }

  /// What bounds a place, and so who could give more: the exchange opens the entitlement, those
  /// above a group widen its pool.
  public enum Ceiling: Hashable, Sendable {
    case entitlement
    case pool(Name)
  }
}

extension Violation {
  /// The one operator whom it is about, and what speaks against the change there; `nil` for what is
  /// about no operator.
  package var personal: (username: Username, grievance: Grievance)? {
    switch self {
    case .operatorNotYours(let username): (username, .notYours)
    case .gain(let username, _): (username, .gain)
    case .outside(.operator(let username), _, .entitlement): (username, .outsideEntitlement)
    case .outside(.operator(let username), _, .pool): (username, .outsidePool)
    case .separation(let name, let username, _): (username, .separation(name))
    case .outside, .groupNotYours, .lastAdministrator, .unseen: nil
    }
  }
}
