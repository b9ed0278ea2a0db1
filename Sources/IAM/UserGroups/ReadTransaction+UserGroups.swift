internal import Policy

extension ReadTransaction {
  /// A group and all below it.
  func groups(below group: Int64) throws -> Set<Int64> {
    Set(
      try all(
        """
        WITH RECURSIVE below (id) AS (
          VALUES (?) UNION SELECT g.id FROM user_group g JOIN below ON g.parent_id = below.id
        ) SELECT id FROM below
        """, group
      ) { try $0.int(0) })
  }

  /// How many groups stand in the longest row from the root through a group down to a leaf.
  func longestRow(throughGroup group: Int64) throws -> Int {
    let up = try first(
      """
      WITH RECURSIVE above (id, depth) AS (
        VALUES (?, 0) UNION ALL
        SELECT g.parent_id, depth + 1 FROM user_group g JOIN above ON g.id = above.id
          WHERE g.parent_id IS NOT NULL
      ) SELECT max(depth) FROM above
      """, group
    ) { try $0.int(0) }
    let down = try first(
      """
      WITH RECURSIVE below (id, depth) AS (
        VALUES (?, 0) UNION ALL
        SELECT g.id, depth + 1 FROM user_group g JOIN below ON g.parent_id = below.id
      ) SELECT max(depth) FROM below
      """, group
    ) { try $0.int(0) }
    return Int((up ?? 0) + (down ?? 0)) + 1
  }

  /// Who keeps a group from being deleted: its operators but those who have left, and
  /// its administrators, in order.
  func people(ofGroup id: Int64) throws -> [Username] {
    try all(
      """
      SELECT username FROM operator WHERE home_group_id = ?1 AND state <> 'offboarded'
      UNION SELECT o.username FROM operator_group j JOIN operator o ON o.id = j.operator_id
        WHERE j.group_id = ?1
      UNION SELECT o.username FROM group_administrator a JOIN operator o ON o.id = a.operator_id
        WHERE a.group_id = ?1
      ORDER BY username
      """, id
    ) { try $0.code(0, Username.init) }
  }

  /// The names of the groups right below a group, in order.
  func groupNames(below group: Int64) throws -> [Name] {
    try all("SELECT name FROM user_group WHERE parent_id = ? ORDER BY name", group) {
      try $0.code(0, Name.init)
    }
  }

  /// The menus named in a pool, in order.
  func menus(inPool group: Int64) throws -> [MenuCode] {
    try all("SELECT code FROM pool_menu WHERE group_id = ? ORDER BY code", group) {
      MenuCode(unchecked: try $0.text(0))
    }
  }

  /// The products named in a pool, in order.
  func products(inPool group: Int64) throws -> [ProductCode] {
    try all("SELECT code FROM pool_product WHERE group_id = ? ORDER BY code", group) {
      ProductCode(unchecked: try $0.text(0))
    }
  }

  /// The accounts named in a pool, in order; `*` first where it holds every one.
  func accounts(inPool group: Int64) throws -> [String] {
    let named = try all(
      """
      SELECT a.code FROM pool_account p JOIN account a ON a.id = p.account_id
      WHERE p.group_id = ? ORDER BY a.code
      """, group
    ) { try $0.text(0) }
    return try (groupRow(group)?.poolHasEveryAccount == true ? ["*"] : []) + named
  }
}
