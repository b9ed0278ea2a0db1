public import Policy

/// A menu permission group with its menus and holders.
public struct MenuGroupListing: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// The menus named, each with everything below it, in order.
  public var menus: [MenuCode]
  /// Who holds it, as far as the caller may see them, in order.
  public var holders: [HolderName]
}

extension Inquiry {
  /// All menu permission groups of a tenant, in the order of their names.
  ///
  /// - Throws: `notLoggedIn`, `denied`, `notFound`.
  /// - Source: B2.
  public func menuGroups(in tenant: TenantCode? = nil) throws -> [MenuGroupListing] {
    let (actor, tenant) = try require("menu-groups.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let rows = try reading.all(
      "SELECT id, name FROM menu_group WHERE tenant_id = ? ORDER BY name", tenant
    ) { (id: try $0.int(0), name: try $0.code(1, Name.init)) }
    return try rows.map { try menuGroup($0.id, $0.name, view) }
  }

  /// One menu permission group.
  ///
  /// - Throws: `notFound`, `notLoggedIn`, `denied`.
  public func menuGroup(_ name: Name, in tenant: TenantCode? = nil) throws -> MenuGroupListing {
    let (actor, tenant) = try require("menu-groups.read", in: tenant)
    let id = try reading.requireMenuGroup(name, in: tenant)
    return try menuGroup(id, name, OperatorView(of: actor, in: tenant, reading))
  }

  private func menuGroup(_ id: Int64, _ name: Name, _ view: OperatorView) throws
    -> MenuGroupListing
  {
    MenuGroupListing(
      name: name, menus: try reading.menus(ofMenuGroup: id),
      holders: try view.visible(reading.holderNames(ofMenuGroup: id), reading))
  }
}
