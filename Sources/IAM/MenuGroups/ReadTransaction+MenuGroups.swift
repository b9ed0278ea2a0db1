internal import Policy

extension ReadTransaction {
  /// The id of a menu permission group of a tenant, or `nil`.
  func menuGroupID(_ name: Name, in tenant: Int64) throws -> Int64? {
    try first("SELECT id FROM menu_group WHERE tenant_id = ? AND name = ?", tenant, name.text) {
      try $0.int(0)
    }
  }

  /// The id of a menu permission group of a tenant.
  ///
  /// - Throws: `notFound`.
  func requireMenuGroup(_ name: Name, in tenant: Int64) throws -> Int64 {
    guard let id = try menuGroupID(name, in: tenant) else {
      throw IAMError.notFound(.menuGroup, name.text)
    }
    return id
  }

  /// The menus named in a menu permission group, in order.
  func menus(ofMenuGroup id: Int64) throws -> [MenuCode] {
    try all("SELECT code FROM menu_group_menu WHERE menu_group_id = ? ORDER BY code", id) {
      MenuCode(unchecked: try $0.text(0))
    }
  }

  /// Who holds a menu permission group.
  func holderNames(ofMenuGroup id: Int64) throws -> [HolderName] {
    try all(
      """
      SELECT o.username, g.name FROM holding h LEFT JOIN operator o ON o.id = h.operator_id
      LEFT JOIN user_group g ON g.id = h.group_id
      WHERE h.menu_group_id = ? ORDER BY o.username, g.name
      """, id, row: HolderName.init)
  }
}
