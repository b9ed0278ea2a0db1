internal import Policy

/// What the store says of an operator, without what it reaches.
struct OperatorRow {
  var id: Int64
  var tenant: Int64
  var username: Username
  var home: Int64
  /// Everything but groups and holdings.
  var facts: Operator
}

extension ReadTransaction {
  /// One operator, or `nil`.
  func operatorRow(_ id: Int64) throws -> OperatorRow? {
    try first(
      """
      SELECT o.id, o.tenant_id, o.username, o.home_group_id, o.state, o.is_master, o.valid_from,
        o.valid_until, login.locked_until, coalesce(login.is_disabled, 0), login.hash IS NULL,
        EXISTS (SELECT 1 FROM first_login_step s
          WHERE s.operator_id = o.id AND s.step = 'login-password'),
        EXISTS (SELECT 1 FROM credential p
          WHERE p.operator_id = o.id AND p.factor = 'payment')
      FROM operator o
      LEFT JOIN credential login ON login.operator_id = o.id AND login.factor = 'login'
      WHERE o.id = ?
      """, id
    ) { row in
      var facts = Operator(
        state: try row.code(4, Operator.State.init),
        validity: Validity(from: try row.instantOrNil(6), until: try row.instantOrNil(7)),
        lockedUntil: try row.bool(9)
          ? Instant(milliseconds: .max) : try row.instantOrNil(8),
        isMaster: try row.bool(5))
      facts.loginPasswordPending = try row.bool(11)
      facts.paymentPasswordSet = try row.bool(12)
      return OperatorRow(
        id: try row.int(0), tenant: try row.int(1), username: try row.code(2, Username.init),
        home: try row.int(3), facts: facts)
    }
  }

  /// The id and tenant of a username, or `nil`.
  func findOperator(_ username: Username) throws -> (id: Int64, tenant: Int64)? {
    try first("SELECT id, tenant_id FROM operator WHERE username = ?", username.text) {
      (id: try $0.int(0), tenant: try $0.int(1))
    }
  }

  /// Everybody else who administers a group that an operator administers.
  func fellowAdministrators(of id: Int64) throws -> [Int64] {
    try all(
      """
      SELECT DISTINCT fellow.operator_id FROM group_administrator mine
      JOIN group_administrator fellow ON fellow.group_id = mine.group_id
      WHERE mine.operator_id = ? AND fellow.operator_id <> mine.operator_id
      """, id
    ) { try $0.int(0) }
  }

  /// Everybody who administers a group, by id.
  func administratorIDs(of group: Int64) throws -> [Int64] {
    try all("SELECT operator_id FROM group_administrator WHERE group_id = ?", group) {
      try $0.int(0)
    }
  }
}
