/// Everything that decides questions in one tenant: the world of the definition.
///
/// It may be partial: the store loads just the operators asked about, with all that they reach.
public struct TenantPolicy: Sendable {
  /// The trees that permissions are granted over.
  public var catalogue: Catalogue
  /// The tenant.
  public var tenant: Tenant
  /// What the exchange has opened to it.
  public var entitlement: Entitlement
  /// Its accounts.
  public var accounts: [AccountCode: AccountState]
  /// Its user groups; the root group is always there.
  public var groups: [Name: UserGroup]
  /// Its menu permission groups.
  public var menuGroups: [Name: MenuSet]
  /// Its product permission groups.
  public var productGroups: [Name: ProductSet]
  /// Its roles.
  public var roles: [Name: Role]
  /// Its operators.
  public var operators: [Username: Operator]
  /// The revision that all this was read at.
  public var revision: Int64

  /// A tenant with a root group and nothing else.
  public init(
    catalogue: Catalogue, tenant: Tenant, entitlement: Entitlement, revision: Int64 = 0
  ) {
    self.catalogue = catalogue
    self.tenant = tenant
    self.entitlement = entitlement
    accounts = [:]
    groups = [.rootGroup: UserGroup(parent: nil, pool: .everything)]
    menuGroups = [:]
    productGroups = [:]
    roles = [:]
    operators = [:]
    self.revision = revision
  }

  /// What is open to the tenant: its entitlement, wildcards spelt out, over every account.
  public var opened: Rectangle { catalogue.resolved(entitlement.rectangle) }

  /// A group and all above it, nearest first; empty for a group that is not there.
  ///
  /// - Complexity: O(depth of the group).
  public func lineage(of group: Name) -> [Name] {
    var path: [Name] = []
    var next: Name? = group
    while let name = next, let node = groups[name], !path.contains(name) {
      path.append(name)
      next = node.parent
    }
    return path
  }

  /// What a group's administrators may hand out: its pool, cut by every pool above it and by the
  /// entitlement. A group that does not hang below a root, for it or one above it is not there or
  /// above itself, has nothing to hand out.
  ///
  /// - Complexity: O(depth of the group × nodes of the pools).
  public func ceiling(of group: Name) -> Rectangle {
    let path = lineage(of: group).compactMap { groups[$0] }
    guard let root = path.last, root.parent == nil else { return .empty }
    return path.reversed().reduce(opened) { above, node in
      switch node.pool {
      case .everything: above
      case .within(let pool): catalogue.resolved(pool).intersection(above)
      }
    }
  }
}
