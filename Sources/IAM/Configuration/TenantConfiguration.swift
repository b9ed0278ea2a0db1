internal import Policy

/// All that a document can say of one tenant: its named sets, roles, user groups, operators and
/// separation sets, each under its name.
///
/// The master is not part of it: it holds the whole entitlement, and nothing about it can be set.
struct TenantConfiguration: Sendable, Equatable {
  /// The menus of each menu permission group.
  var menuGroups: [Name: Set<MenuCode>] = [:]
  /// The products of each product permission group.
  var productGroups: [Name: Set<ProductCode>] = [:]
  /// The roles.
  var roles: [Name: ConfiguredRole] = [:]
  /// The user groups; the root group is always among them.
  var groups: [Name: ConfiguredGroup] = [:]
  /// The operators but the master, the offboarded included.
  var operators: [Username: ConfiguredOperator] = [:]
  /// The separation sets.
  var separations: [Name: Separation] = [:]

  /// A tenant with nothing but its root group.
  init() {
    groups[.rootGroup] = ConfiguredGroup(parent: nil, pool: nil)
  }
}

/// A role as a document says it.
struct ConfiguredRole: Sendable, Equatable {
  /// Its menus, as named.
  var menus: Set<MenuCode> = []
  /// Its products; when empty, the holder's own.
  var products: Set<ProductCode> = []
  /// Its accounts; when empty, the holder's own.
  var accounts = AccountSet.none
  /// The roles it includes.
  var roles: Set<Name> = []
}

/// A user group as a document says it.
struct ConfiguredGroup: Sendable, Equatable {
  /// The group above; `nil` for the root group only.
  var parent: Name?
  /// Its pool; `nil` for all that the group above may hand out.
  var pool: ConfiguredPool?
  /// What it hands down.
  var holdings: Set<Holding> = []
  /// Who administers it.
  var administrators: Set<Username> = []
}

/// A pool that is not everything.
struct ConfiguredPool: Sendable, Equatable {
  /// Its menus, as named.
  var menus: Set<MenuCode> = []
  /// Its products, as named.
  var products: Set<ProductCode> = []
  /// Its accounts.
  var accounts = AccountSet.none
}

/// An operator as a document says it.
struct ConfiguredOperator: Sendable, Equatable {
  /// The person's name.
  var name: String
  /// The home group.
  var group: Name
  /// The further groups joined.
  var groups: Set<Name> = []
  /// What it has been given itself.
  var holdings: Set<Holding> = []
  /// Where the login stands.
  var state: Operator.State
}
