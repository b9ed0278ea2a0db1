public import Policy

/// All that a document can say of one tenant: its named sets, roles, user groups, operators and
/// separation sets, each under its name.
///
/// The master is not part of it: it holds the whole entitlement, and nothing about it can be set.
public struct TenantConfiguration: Sendable, Equatable {
  /// The menus of each menu permission group.
  public var menuGroups: [Name: Set<MenuCode>] = [:]
  /// The products of each product permission group.
  public var productGroups: [Name: Set<ProductCode>] = [:]
  /// The roles.
  public var roles: [Name: ConfiguredRole] = [:]
  /// The user groups; the root group is always among them.
  public var groups: [Name: ConfiguredGroup] = [:]
  /// The operators but the master, the offboarded included.
  public var operators: [Username: ConfiguredOperator] = [:]
  /// The separation sets.
  public var separations: [Name: Separation] = [:]

  /// A tenant with nothing but its root group.
  public init() {
    groups[.rootGroup] = ConfiguredGroup(parent: nil, pool: nil)
  }
}

/// A role as a document says it.
public struct ConfiguredRole: Sendable, Equatable {
  /// Its menus, as named.
  public var menus: Set<MenuCode> = []
  /// Its products; when empty, the holder's own.
  public var products: Set<ProductCode> = []
  /// Its accounts; when empty, the holder's own.
  public var accounts = AccountSet.none
  /// The roles it includes.
  public var roles: Set<Name> = []
}

/// A user group as a document says it.
public struct ConfiguredGroup: Sendable, Equatable {
  /// The group above; `nil` for the root group only.
  public var parent: Name?
  /// Its pool; `nil` for all that the group above may hand out.
  public var pool: ConfiguredPool?
  /// What it hands down.
  public var holdings: Set<Holding> = []
  /// Who administers it.
  public var administrators: Set<Username> = []
}

/// A pool that is not everything.
public struct ConfiguredPool: Sendable, Equatable {
  /// Its menus, as named.
  public var menus: Set<MenuCode> = []
  /// Its products, as named.
  public var products: Set<ProductCode> = []
  /// Its accounts.
  public var accounts = AccountSet.none
}

/// An operator as a document says it.
public struct ConfiguredOperator: Sendable, Equatable {
  /// The person's name.
  public var name: String
  /// The home group.
  public var group: Name
  /// The further groups joined.
  public var groups: Set<Name> = []
  /// What it has been given itself.
  public var holdings: Set<Holding> = []
  /// Where the login stands.
  public var state: Operator.State
}
