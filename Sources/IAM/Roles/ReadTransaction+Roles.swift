internal import Policy

extension ReadTransaction {
  /// The id of a role of a tenant, or `nil`.
  func findRole(_ name: Name, in tenant: Int64) throws -> Int64? {
    try first("SELECT id FROM role WHERE tenant_id = ? AND name = ?", tenant, name.text) {
      try $0.int(0)
    }
  }

  /// The id of a role of a tenant.
  ///
  /// - Throws: `notFound`.
  func roleID(_ name: Name, in tenant: Int64) throws -> Int64 {
    guard let id = try findRole(name, in: tenant) else {
      throw IAMError.notFound(.role, name.text)
    }
    return id
  }

  /// Who holds a role itself.
  func holderNames(ofRole id: Int64) throws -> [HolderName] {
    try all(
      """
      SELECT o.username, g.name FROM holding h LEFT JOIN operator o ON o.id = h.operator_id
      LEFT JOIN user_group g ON g.id = h.group_id
      WHERE h.role_id = ? ORDER BY o.username, g.name
      """, id, row: HolderName.init)
  }

  /// What keeps a role from being deleted beside its holders: roles that include it, and separation
  /// sets.
  func namers(ofRole id: Int64) throws -> [String] {
    let including = try all(
      """
      SELECT r.name FROM role_inclusion i JOIN role r ON r.id = i.role_id
      WHERE i.included_id = ? ORDER BY r.name
      """, id
    ) { try $0.text(0) }
    let sets = try all(
      """
      SELECT s.name FROM separation_role m JOIN separation s ON s.id = m.separation_id
      WHERE m.role_id = ? ORDER BY s.name
      """, id
    ) { try $0.text(0) }
    return including + sets
  }

  /// How many roles stand in the longest row of inclusions that a role is part of.
  ///
  /// - Complexity: O(inclusions around it × depth); the rows are no cycles.
  func longestInclusion(through role: Int64) throws -> Int {
    let up = try first(
      """
      WITH RECURSIVE above (id, depth) AS (
        VALUES (?, 0) UNION
        SELECT i.role_id, depth + 1 FROM role_inclusion i JOIN above ON i.included_id = above.id
      ) SELECT max(depth) FROM above
      """, role
    ) { try $0.int(0) }
    let down = try first(
      """
      WITH RECURSIVE below (id, depth) AS (
        VALUES (?, 0) UNION
        SELECT i.included_id, depth + 1 FROM role_inclusion i JOIN below ON i.role_id = below.id
      ) SELECT max(depth) FROM below
      """, role
    ) { try $0.int(0) }
    return Int((up ?? 0) + (down ?? 0)) + 1
  }
}
