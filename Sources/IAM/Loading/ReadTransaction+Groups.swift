internal import Policy

/// What the store says of a user group, without what it reaches.
struct GroupRow {
  var id: Int64
  var tenant: Int64
  var name: Name
  var parent: Int64?
  var poolIsEverything: Bool
  var poolHasEveryAccount: Bool
}

/// What the store says of a role, without what it names.
struct RoleRow {
  var tenant: Int64
  var name: Name
  var hasEveryAccount: Bool
}

extension ReadTransaction {
  /// One user group, or `nil`.
  func groupRow(_ id: Int64) throws -> GroupRow? {
    try first(
      """
      SELECT id, tenant_id, name, parent_id, pool_is_everything, pool_has_every_account
      FROM user_group WHERE id = ?
      """, id
    ) { row in
      GroupRow(
        id: try row.int(0), tenant: try row.int(1), name: try row.code(2, Name.init),
        parent: try row.intOrNil(3), poolIsEverything: try row.bool(4),
        poolHasEveryAccount: try row.bool(5))
    }
  }

  /// The operators who administer a group.
  func administrators(of group: Int64) throws -> Set<Username> {
    let names = try all(
      """
      SELECT o.username FROM group_administrator a JOIN operator o ON o.id = a.operator_id
      WHERE a.group_id = ?
      """, group
    ) { try $0.code(0, Username.init) }
    return Set(names)
  }

  /// The ids of the operators who administer a group.
  func administratorIDs(of group: Int64) throws -> [Int64] {
    try all("SELECT operator_id FROM group_administrator WHERE group_id = ?", group) {
      try $0.int(0)
    }
  }

  /// One role, or `nil`.
  func roleRow(_ id: Int64) throws -> RoleRow? {
    try first("SELECT tenant_id, name, has_every_account FROM role WHERE id = ?", id) { row in
      RoleRow(
        tenant: try row.int(0), name: try row.code(1, Name.init),
        hasEveryAccount: try row.bool(2))
    }
  }

  /// The menus that a role names.
  func menus(ofRole id: Int64) throws -> MenuSet {
    MenuSet(
      try all("SELECT code FROM role_menu WHERE role_id = ?", id) {
        MenuCode(unchecked: try $0.text(0))
      })
  }

  /// The products that a role names.
  func products(ofRole id: Int64) throws -> ProductSet {
    ProductSet(
      try all("SELECT code FROM role_product WHERE role_id = ?", id) {
        ProductCode(unchecked: try $0.text(0))
      })
  }

  /// The roles that a role includes itself.
  func inclusions(ofRole id: Int64) throws -> [Int64] {
    try all("SELECT included_id FROM role_inclusion WHERE role_id = ?", id) { try $0.int(0) }
  }

  /// The name of a menu permission group of a tenant, or `nil`.
  func name(ofMenuGroup id: Int64, in tenant: Int64) throws -> Name? {
    try first("SELECT name FROM menu_group WHERE id = ? AND tenant_id = ?", id, tenant) {
      try $0.code(0, Name.init)
    }
  }

  /// The name of a product permission group of a tenant, or `nil`.
  func name(ofProductGroup id: Int64, in tenant: Int64) throws -> Name? {
    try first("SELECT name FROM product_group WHERE id = ? AND tenant_id = ?", id, tenant) {
      try $0.code(0, Name.init)
    }
  }
}
