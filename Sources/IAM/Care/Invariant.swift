/// A rule over the stored rows that no constraint of a table can hold.
struct Invariant {
  /// What is wrong where it is broken.
  let kind: StoreProblem.Kind
  /// Names, in its only column, what breaks it.
  let sql: StaticString

  static let all =
    [
      Invariant(kind: .touched, sql: "SELECT kind || ' ' || id FROM touched"),
      Invariant(
        kind: .rootGroup,
        sql: """
          SELECT code FROM tenant t WHERE 1 <> (SELECT count(*) FROM user_group g
            WHERE g.tenant_id = t.id AND g.parent_id IS NULL) ORDER BY code
          """),
      Invariant(
        kind: .master,
        sql: """
          SELECT code FROM tenant t WHERE 1 <> (SELECT count(*) FROM operator o
            WHERE o.tenant_id = t.id AND o.is_master = 1) ORDER BY code
          """),
      Invariant(
        kind: .groupTree,
        sql: """
          WITH RECURSIVE reached (id, tenant_id) AS (
            SELECT id, tenant_id FROM user_group WHERE parent_id IS NULL
            UNION SELECT g.id, g.tenant_id FROM user_group g
              JOIN reached r ON g.parent_id = r.id AND g.tenant_id = r.tenant_id
          )
          SELECT t.code || ' ' || g.name FROM user_group g JOIN tenant t ON t.id = g.tenant_id
          WHERE g.id NOT IN (SELECT id FROM reached) ORDER BY g.id
          """),
      Invariant(
        kind: .roleCycle,
        sql: """
          WITH RECURSIVE walk (start, id) AS (
            SELECT role_id, included_id FROM role_inclusion
            UNION SELECT w.start, i.included_id FROM walk w JOIN role_inclusion i ON i.role_id = w.id
          )
          SELECT t.code || ' ' || r.name FROM walk w JOIN role r ON r.id = w.start
          JOIN tenant t ON t.id = r.tenant_id WHERE w.start = w.id ORDER BY r.id
          """),
      Invariant(
        kind: .offboardedGrant,
        sql: """
          SELECT DISTINCT o.username FROM operator o JOIN holding h ON h.operator_id = o.id
          WHERE o.state = 'offboarded'
          UNION SELECT o.username FROM operator o JOIN group_administrator a ON a.operator_id = o.id
          WHERE o.state = 'offboarded' ORDER BY 1
          """),
      Invariant(
        kind: .unknownNode,
        sql: """
          SELECT code FROM (
            SELECT menu AS code FROM holding UNION SELECT code FROM menu_group_menu
            UNION SELECT code FROM role_menu UNION SELECT code FROM pool_menu)
          WHERE code <> '*' AND code NOT IN (SELECT code FROM menu) ORDER BY code
          """),
    ] + borders + [counters]

  /// What holds something of another tenant: every reference between things that belong to one.
  private static let borders = [
    Invariant(
      kind: .tenantBorder,
      sql: """
        WITH holder (id, tenant_id) AS (
          SELECT h.id, coalesce(o.tenant_id, g.tenant_id) FROM holding h
          LEFT JOIN operator o ON o.id = h.operator_id LEFT JOIN user_group g ON g.id = h.group_id)
        SELECT 'holding ' || h.id FROM holding h JOIN holder ON holder.id = h.id
        LEFT JOIN account a ON a.id = h.account_id LEFT JOIN role r ON r.id = h.role_id
        LEFT JOIN menu_group m ON m.id = h.menu_group_id
        LEFT JOIN product_group p ON p.id = h.product_group_id
        WHERE holder.tenant_id <> coalesce(a.tenant_id, r.tenant_id, m.tenant_id, p.tenant_id,
          holder.tenant_id) ORDER BY h.id
        """),
    Invariant(
      kind: .tenantBorder,
      sql: """
        SELECT o.username || ' ' || g.name FROM operator o JOIN user_group g
          ON g.id = o.home_group_id WHERE g.tenant_id <> o.tenant_id
        UNION SELECT o.username || ' ' || g.name FROM operator_group j
          JOIN operator o ON o.id = j.operator_id JOIN user_group g ON g.id = j.group_id
          WHERE g.tenant_id <> o.tenant_id
        UNION SELECT o.username || ' ' || g.name FROM group_administrator j
          JOIN operator o ON o.id = j.operator_id JOIN user_group g ON g.id = j.group_id
          WHERE g.tenant_id <> o.tenant_id
        """),
    Invariant(
      kind: .tenantBorder,
      sql: """
        SELECT r.name || ' ' || i.name FROM role_inclusion x JOIN role r ON r.id = x.role_id
          JOIN role i ON i.id = x.included_id WHERE i.tenant_id <> r.tenant_id
        UNION SELECT r.name || ' ' || a.code FROM role_account x JOIN role r ON r.id = x.role_id
          JOIN account a ON a.id = x.account_id WHERE a.tenant_id <> r.tenant_id
        UNION SELECT g.name || ' ' || a.code FROM pool_account x JOIN user_group g
          ON g.id = x.group_id JOIN account a ON a.id = x.account_id
          WHERE a.tenant_id <> g.tenant_id
        UNION SELECT s.name || ' ' || r.name FROM separation_role x JOIN separation s
          ON s.id = x.separation_id JOIN role r ON r.id = x.role_id
          WHERE r.tenant_id <> s.tenant_id
        """),
  ]

  private static let counters = Invariant(
    kind: .counter,
    sql: """
      WITH used (name, id) AS (
        SELECT 'tenant', max(id) FROM tenant UNION SELECT 'operator', max(id) FROM operator
        UNION SELECT 'group', max(id) FROM user_group UNION SELECT 'account', max(id) FROM account
        UNION SELECT 'role', max(id) FROM role UNION SELECT 'holding', max(id) FROM holding
        UNION SELECT 'menu-group', max(id) FROM menu_group
        UNION SELECT 'product-group', max(id) FROM product_group
        UNION SELECT 'separation', max(id) FROM separation
        UNION SELECT 'session', max(id) FROM session
        UNION SELECT 'application', max(id) FROM application
        UNION SELECT 'reset-request', max(id) FROM reset_request)
      SELECT used.name FROM used JOIN counter c ON c.name = used.name WHERE c.value < used.id
      ORDER BY used.name
      """)
}
