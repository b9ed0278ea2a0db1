public import Policy

/// Everything that an operator holds, and loses when it leaves (离职注销).
///
/// - Source: C11.
public struct OffboardingPlan: Sendable, Equatable {
  /// A thing that is taken away.
  public struct Item: Sendable, Equatable {
    /// What kind: `menu`, `role`, `account`, …, `session`, `credential`.
    public var kind: String
    /// Its name or code.
    public var name: String
  }

  /// Who leaves.
  public var username: Username
  /// What is taken away, in the order of the kinds, then of the names.
  public var items: [Item]
}

extension ReadTransaction {
  /// Everything that an operator holds.
  func offboardingItems(of id: Int64, at now: Instant) throws -> [OffboardingPlan.Item] {
    try all(
      """
      SELECT CASE WHEN h.menu IS NOT NULL THEN 'menu' WHEN h.product IS NOT NULL THEN 'product'
          WHEN h.menu_group_id IS NOT NULL THEN 'menu-group'
          WHEN h.product_group_id IS NOT NULL THEN 'product-group'
          WHEN h.role_id IS NOT NULL THEN 'role' ELSE 'account' END AS kind,
        coalesce(h.menu, h.product, a.code, m.name, p.name, r.name, '*') AS name
      FROM holding h LEFT JOIN account a ON a.id = h.account_id
      LEFT JOIN menu_group m ON m.id = h.menu_group_id
      LEFT JOIN product_group p ON p.id = h.product_group_id
      LEFT JOIN role r ON r.id = h.role_id WHERE h.operator_id = ?1
      UNION SELECT 'joined-group', g.name FROM operator_group j
        JOIN user_group g ON g.id = j.group_id WHERE j.operator_id = ?1
      UNION SELECT 'administered-group', g.name FROM group_administrator j
        JOIN user_group g ON g.id = j.group_id WHERE j.operator_id = ?1
      UNION SELECT 'session', CAST (id AS TEXT) FROM session
        WHERE operator_id = ?1 AND ended_at IS NULL AND expires_at > ?2
      UNION SELECT CASE is_one_time WHEN 1 THEN 'one-time-password' ELSE 'credential' END, factor
        FROM credential WHERE operator_id = ?1
      UNION SELECT 'reset-request', CAST (id AS TEXT) FROM reset_request
        WHERE state = 'pending' AND (operator_id = ?1 OR requested_by = ?1)
      ORDER BY 1, 2
      """, id, now.milliseconds
    ) { OffboardingPlan.Item(kind: try $0.text(0), name: try $0.text(1)) }
  }
}
