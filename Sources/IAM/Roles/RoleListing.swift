public import Policy

/// A role with what it names and who holds it.
public struct RoleListing: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// The menus it names, in order.
  public var menus: [MenuCode]
  /// The products it names, in order; none for its holder's own.
  public var products: [ProductCode]
  /// The accounts it names, in order, or `*`; none for its holder's own.
  public var accounts: [String]
  /// The roles it includes itself, in order.
  public var includes: [Name]
  /// Who holds it itself, as far as the caller may see them, in order.
  public var holders: [HolderName]
}

extension Inquiry {
  /// All roles of a tenant, in the order of their names.
  ///
  /// - Throws: `notLoggedIn`, `denied`, `notFound`.
  /// - Source: C6.
  public func roles(in tenant: TenantCode? = nil) throws -> [RoleListing] {
    let (actor, tenant) = try require("roles.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let rows = try reading.all(
      "SELECT id FROM role WHERE tenant_id = ? ORDER BY name", tenant
    ) { try $0.int(0) }
    return try rows.compactMap { try role($0, view) }
  }

  /// One role.
  ///
  /// - Throws: `notFound`, `notLoggedIn`, `denied`.
  public func role(_ name: Name, in tenant: TenantCode? = nil) throws -> RoleListing {
    let (actor, tenant) = try require("roles.read", in: tenant)
    let id = try reading.roleID(name, in: tenant)
    guard let role = try role(id, OperatorView(of: actor, in: tenant, reading)) else {
      throw IAMError.notFound(.role, name.text)
    }
    return role
  }

  private func role(_ id: Int64, _ view: OperatorView) throws -> RoleListing? {
    guard let row = try reading.roleRow(id) else { return nil }
    let includes = try reading.all(
      """
      SELECT r.name FROM role_inclusion i JOIN role r ON r.id = i.included_id
      WHERE i.role_id = ? ORDER BY r.name
      """, id
    ) { try $0.code(0, Name.init) }
    let accounts = try reading.all(
      """
      SELECT a.code FROM role_account x JOIN account a ON a.id = x.account_id
      WHERE x.role_id = ? ORDER BY a.code
      """, id
    ) { try $0.text(0) }
    return RoleListing(
      name: row.name, menus: try reading.menusNamed(byRole: id),
      products: try reading.productsNamed(byRole: id),
      accounts: (row.hasEveryAccount ? ["*"] : []) + accounts, includes: includes,
      holders: try view.visible(reading.holderNames(ofRole: id), reading))
  }
}

extension ReadTransaction {
  /// The menus that a role names, in order, also those below another.
  func menusNamed(byRole id: Int64) throws -> [MenuCode] {
    try all("SELECT code FROM role_menu WHERE role_id = ? ORDER BY code", id) {
      MenuCode(unchecked: try $0.text(0))
    }
  }

  /// The products that a role names, in order, also those below another.
  func productsNamed(byRole id: Int64) throws -> [ProductCode] {
    try all("SELECT code FROM role_product WHERE role_id = ? ORDER BY code", id) {
      ProductCode(unchecked: try $0.text(0))
    }
  }
}
