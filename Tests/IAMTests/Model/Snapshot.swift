@testable import IAM

/// Every row that permissions depend on, as text, in a fixed order: to show that nothing changed.
enum Snapshot {
  /// The rows of one tenant, or of all with `nil`; with credentials, states and definitions.
  static func rows(of tenant: Int64?, _ reading: borrowing ReadTransaction) throws -> [String] {
    try queries.flatMap { query in
      try reading.all(query, tenant) { try $0.text(0) }
    }
  }

  private static let queries: [StaticString] = [
    """
    SELECT json_array('tenant', id, code, state, name, CASE WHEN ?1 IS NULL THEN revision END)
    FROM tenant WHERE ?1 IS NULL OR id = ?1 ORDER BY id
    """,
    """
    SELECT json_array('entitled', tenant_id, code) FROM (
      SELECT * FROM entitled_menu UNION ALL SELECT tenant_id, 'product ' || code FROM entitled_product
    ) WHERE ?1 IS NULL OR tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('account', id, code, state, frozen_by_exchange) FROM account
    WHERE ?1 IS NULL OR tenant_id = ?1 ORDER BY id
    """,
    """
    SELECT json_array('reset', id, operator_id, state, decided_by) FROM reset_request
    WHERE ?1 IS NULL OR tenant_id = ?1 ORDER BY id
    """,
    """
    SELECT json_array('rule', tenant_id, rule, value) FROM password_rule
    WHERE ?1 IS NULL OR tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('operator', id, username, name, state, is_master, home_group_id, valid_from,
      valid_until, hex(mobile_sealed), created_by)
    FROM operator WHERE ?1 IS NULL OR tenant_id = ?1 ORDER BY id
    """,
    """
    SELECT json_array('credential', c.operator_id, factor, hash, is_one_time, expires_at)
    FROM credential c JOIN operator o ON o.id = c.operator_id
    WHERE ?1 IS NULL OR o.tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('step', s.operator_id, step) FROM first_login_step s
    JOIN operator o ON o.id = s.operator_id WHERE ?1 IS NULL OR o.tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('group', id, tenant_id, name, parent_id, pool_is_everything,
      pool_has_every_account, made_by) FROM user_group WHERE ?1 IS NULL OR tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('pool', p.group_id, p.code) FROM (
      SELECT * FROM pool_menu UNION ALL SELECT * FROM pool_product
      UNION ALL SELECT group_id, 'account ' || account_id FROM pool_account
    ) p JOIN user_group g ON g.id = p.group_id WHERE ?1 IS NULL OR g.tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('member', m.kind, m.group_id, m.operator_id) FROM (
      SELECT 'joined' AS kind, group_id, operator_id FROM operator_group
      UNION ALL SELECT 'administers', group_id, operator_id FROM group_administrator
    ) m JOIN user_group g ON g.id = m.group_id WHERE ?1 IS NULL OR g.tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('set', s.kind, s.id, s.name, s.code) FROM (
      SELECT 'menu' AS kind, id, tenant_id, name, code FROM menu_group
        LEFT JOIN menu_group_menu ON menu_group_id = id
      UNION ALL SELECT 'product', id, tenant_id, name, code FROM product_group
        LEFT JOIN product_group_product ON product_group_id = id
      UNION ALL SELECT 'separation', id, tenant_id, name, kind || mode || role_limit FROM separation
    ) s WHERE ?1 IS NULL OR s.tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('role', r.id, r.name, r.has_every_account, p.part) FROM role r LEFT JOIN (
      SELECT role_id, code AS part FROM role_menu UNION ALL SELECT * FROM role_product
      UNION ALL SELECT role_id, 'account ' || account_id FROM role_account
      UNION ALL SELECT role_id, 'role ' || included_id FROM role_inclusion
      UNION ALL SELECT role_id, 'separation ' || separation_id FROM separation_role
    ) p ON p.role_id = r.id WHERE ?1 IS NULL OR r.tenant_id = ?1 ORDER BY 1
    """,
    """
    SELECT json_array('holding', h.id, operator_id, group_id, menu, product, account_id,
      every_account, menu_group_id, product_group_id, role_id, h.valid_from, h.valid_until)
    FROM holding h LEFT JOIN operator o ON o.id = h.operator_id
    LEFT JOIN user_group g ON g.id = h.group_id
    WHERE ?1 IS NULL OR coalesce(o.tenant_id, g.tenant_id) = ?1 ORDER BY h.id
    """,
    """
    SELECT json_array('audit', seq, event, object, outcome) FROM audit WHERE ?1 IS NULL ORDER BY seq
    """,
    "SELECT json_array('touched', kind, id) FROM touched WHERE ?1 IS NULL ORDER BY 1",
  ]
}
