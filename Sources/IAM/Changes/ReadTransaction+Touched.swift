internal import Policy

extension ReadTransaction {
  /// The tenant that something touched belongs to, or `nil` when it is not there.
  func tenant(ofTouched kind: String, _ id: Int64) throws -> Int64? {
    try first(
      """
      SELECT CASE ?1
        WHEN 'operator' THEN (SELECT tenant_id FROM operator WHERE id = ?2)
        WHEN 'login' THEN (SELECT tenant_id FROM operator WHERE id = ?2)
        WHEN 'group' THEN (SELECT tenant_id FROM user_group WHERE id = ?2)
        WHEN 'menu-group' THEN (SELECT tenant_id FROM menu_group WHERE id = ?2)
        WHEN 'product-group' THEN (SELECT tenant_id FROM product_group WHERE id = ?2)
        WHEN 'role' THEN (SELECT tenant_id FROM role WHERE id = ?2)
        WHEN 'separation' THEN (SELECT tenant_id FROM separation WHERE id = ?2)
        WHEN 'tenant' THEN ?2 END
      """, kind, id
    ) { try $0.intOrNil(0) } ?? nil
  }

  /// Everybody and everything whose permissions may depend on something: the members of the groups
  /// and of those below them, and the holders of the roles and sets, straight, included or handed
  /// down.
  ///
  /// - Complexity: O(holders).
  func holders(of scope: PolicyScope) throws -> Holders {
    var holders = Holders()
    var roles: Set<Int64> = []
    for role in scope.roles { roles.formUnion(try rolesIncluding(role)) }
    for role in roles { try collectHolders("role", role, into: &holders) }
    for id in scope.menuGroups { try collectHolders("menu-group", id, into: &holders) }
    for id in scope.productGroups { try collectHolders("product-group", id, into: &holders) }
    for group in holders.groups.union(scope.groups) {
      holders.operators.formUnion(try members(below: group))
    }
    return holders
  }

  /// A role and all that include it, straight or through others.
  func rolesIncluding(_ role: Int64) throws -> [Int64] {
    try all(
      """
      WITH RECURSIVE above (id) AS (
        VALUES (?) UNION SELECT i.role_id FROM role_inclusion i JOIN above ON i.included_id = above.id
      ) SELECT id FROM above
      """, role
    ) { try $0.int(0) }
  }

  /// The operators whose home, or a group they joined, is a group or lies below it.
  func members(below group: Int64) throws -> [Int64] {
    try all(
      """
      WITH RECURSIVE below (id) AS (
        VALUES (?) UNION SELECT g.id FROM user_group g JOIN below ON g.parent_id = below.id
      )
      SELECT o.id FROM below JOIN operator o ON o.home_group_id = below.id
      UNION SELECT j.operator_id FROM below JOIN operator_group j ON j.group_id = below.id
      """, group
    ) { try $0.int(0) }
  }

  private func collectHolders(_ kind: String, _ id: Int64, into holders: inout Holders) throws {
    try rows(
      """
      SELECT operator_id, group_id FROM holding WHERE role_id = ?2 AND ?1 = 'role'
      UNION SELECT operator_id, group_id FROM holding WHERE menu_group_id = ?2 AND ?1 = 'menu-group'
      UNION SELECT operator_id, group_id FROM holding
        WHERE product_group_id = ?2 AND ?1 = 'product-group'
      """, kind, id
    ) { row in
      if let id = try row.intOrNil(0) { holders.operators.insert(id) }
      if let id = try row.intOrNil(1) { holders.groups.insert(id) }
    }
  }

  /// The separation sets of a tenant.
  func separations(of tenant: Int64) throws -> [Separation] {
    let rows = try all(
      "SELECT id, name, kind, mode, role_limit FROM separation WHERE tenant_id = ? ORDER BY name",
      tenant
    ) { row in
      (
        id: try row.int(0),
        set: Separation(
          name: try row.code(1, Name.init), kind: try row.code(2, Separation.Kind.init),
          mode: try row.code(3, Separation.Mode.init), limit: Int(try row.int(4)), roles: [])
      )
    }
    return try rows.map { row in
      var set = row.set
      set.roles = Set(
        try all(
          """
          SELECT r.name FROM separation_role s JOIN role r ON r.id = s.role_id
          WHERE s.separation_id = ?
          """, row.id
        ) { try $0.code(0, Name.init) })
      return set
    }
  }
}

/// Those whose permissions depend on something.
struct Holders {
  /// Operators, reached in any way.
  var operators: Set<Int64> = []
  /// The user groups that hand it down themselves.
  var groups: Set<Int64> = []

  /// Both together.
  func union(_ other: Holders) -> Holders {
    Holders(
      operators: operators.union(other.operators), groups: groups.union(other.groups))
  }
}
