public import Policy

extension Change {
  /// How many roles may include each other in a row.
  static var roleDepthLimit: Int { 16 }

  /// Adds menus, products, accounts and included roles to a role; what is there already stays.
  ///
  /// - Throws: `notFound` naming what is unknown; `conflict(.cycle)` for an inclusion by which the
  ///   role would contain itself; `conflict(.tooDeep)` beyond 16 roles in a row; `refused`.
  /// - Source: C6.
  public func grant(_ parts: RoleParts, toRole name: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(roleIntent("role.grant", name, in: tenant)) {
      let id = try reading.roleID(name, in: tenant)
      for named in try reading.things(of: parts.assignment, in: tenant) {
        try add(named.thing, toRole: id, called: name)
      }
      return Recorded(after: ["given": parts.assignment.json])
    }
  }

  /// Takes menus, products, accounts and included roles out of a role.
  ///
  /// - Throws: `absent` for what the role does not name; `conflict(.coveredBy)` for what it
  ///   grants only through a node above; `refused`, also where the last product or account goes
  ///   and the role would fall back to its holders' own ones.
  /// - Source: C6.
  public func revoke(
    _ parts: RoleParts, fromRole name: Name, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    try perform(roleIntent("role.revoke", name, in: tenant)) {
      let id = try reading.roleID(name, in: tenant)
      let menus = try reading.menusNamed(byRole: id)
      let products = try reading.productsNamed(byRole: id)
      for named in try reading.things(of: parts.assignment, in: tenant) {
        if try remove(named.thing, fromRole: id) { continue }
        switch named.thing {
        case .menu(let code): try requireNamed(code, among: menus, .menu)
        case .product(let code): try requireNamed(code, among: products, .product)
        default: break
        }
        throw IAMError.absent(named.noun, named.name)
      }
      return Recorded(before: ["taken": parts.assignment.json])
    }
  }

  private func add(_ thing: HoldingRow.Thing, toRole id: Int64, called name: Name) throws {
    switch thing {
    case .menu(let code):
      try execute("INSERT INTO role_menu VALUES (?, ?) ON CONFLICT DO NOTHING", id, code.text)
    case .product(let code):
      try execute("INSERT INTO role_product VALUES (?, ?) ON CONFLICT DO NOTHING", id, code.text)
    case .account(let account):
      try execute("INSERT INTO role_account VALUES (?, ?) ON CONFLICT DO NOTHING", id, account)
    case .everyAccount: try execute("UPDATE role SET has_every_account = 1 WHERE id = ?", id)
    case .role(let included): try include(included, in: id, called: name)
    case .menuGroup, .productGroup: preconditionFailure("a role names no permission groups")
    }
  }

  private func include(_ included: Int64, in role: Int64, called name: Name) throws {
    let above = try reading.rolesIncluding(role)
    guard !above.contains(included) else { throw IAMError.conflict(.cycle(.role, name.text)) }
    try execute(
      "INSERT INTO role_inclusion VALUES (?, ?) ON CONFLICT DO NOTHING", role, included)
    guard try reading.longestInclusion(through: role) <= Self.roleDepthLimit else {
      throw IAMError.conflict(.tooDeep(.role, name.text, limit: Self.roleDepthLimit))
    }
  }

  private func remove(_ thing: HoldingRow.Thing, fromRole id: Int64) throws -> Bool {
    switch thing {
    case .menu(let code):
      try execute("DELETE FROM role_menu WHERE role_id = ? AND code = ?", id, code.text) > 0
    case .product(let code):
      try execute("DELETE FROM role_product WHERE role_id = ? AND code = ?", id, code.text) > 0
    case .account(let account):
      try execute("DELETE FROM role_account WHERE role_id = ? AND account_id = ?", id, account) > 0
    case .everyAccount:
      try execute(
        "UPDATE role SET has_every_account = 0 WHERE id = ? AND has_every_account = 1", id) > 0
    case .role(let included):
      try execute(
        "DELETE FROM role_inclusion WHERE role_id = ? AND included_id = ?", id, included) > 0
    case .menuGroup, .productGroup: preconditionFailure("a role names no permission groups")
    }
  }
}
