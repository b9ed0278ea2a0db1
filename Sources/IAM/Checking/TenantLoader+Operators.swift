internal import Policy

extension TenantLoader {
  /// The user groups and how they hang together.
  mutating func loadGroups(_ reading: borrowing ReadTransaction) throws {
    var parents: [(group: Int32, parent: Int64)] = []
    var hasLimitedPools = false
    try reading.rows(
      """
      SELECT id, parent_id, pool_is_everything, pool_has_every_account FROM user_group
      WHERE tenant_id = ? ORDER BY id
      """, tenant
    ) { row in
      let hasWholePool = try row.bool(2)
      if !hasWholePool { hasLimitedPools = true }
      let group = draft.addGroup(hasWholePool: hasWholePool)
      if try row.bool(3) { draft.insertAccount(nil, intoPoolOf: group) }
      groups.append(try row.int(0), group)
      if let parent = try row.intOrNil(1) { parents.append((group: group, parent: parent)) }
    }
    for (group, parent) in parents { draft.setParent(groups.number(parent), of: group) }
    if hasLimitedPools { try loadPools(reading) }
  }

  /// What the pools hold that are not of everything.
  private mutating func loadPools(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT p.group_id, p.code FROM user_group g JOIN pool_menu p ON p.group_id = g.id
      WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      let group = groups.number(try row.int(0))
      // SAFETY: the bytes are looked at before the row moves on.
      try unsafe row.withText(1) { unsafe draft.insertMenu($0, intoPoolOf: group) }
    }
    try reading.rows(
      """
      SELECT p.group_id, p.code FROM user_group g JOIN pool_product p ON p.group_id = g.id
      WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      let group = groups.number(try row.int(0))
      // SAFETY: as above.
      try unsafe row.withText(1) { unsafe draft.insertProduct($0, intoPoolOf: group) }
    }
    if !accounts.isEmpty { try loadPoolAccounts(reading) }
  }

  private mutating func loadPoolAccounts(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT p.group_id, p.account_id FROM user_group g JOIN pool_account p ON p.group_id = g.id
      WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      guard let account = accounts[try row.int(1)] else { return }
      draft.insertAccount(account, intoPoolOf: groups.number(try row.int(0)))
    }
  }

  /// The operators and the groups they joined.
  mutating func loadOperators(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT o.id, o.username, o.home_group_id, o.state, o.is_master, o.valid_from, o.valid_until,
        login.locked_until, coalesce(login.is_disabled, 0),
        EXISTS (SELECT 1 FROM first_login_step s
          WHERE s.operator_id = o.id AND s.step = 'login-password'),
        EXISTS (SELECT 1 FROM credential p
          WHERE p.operator_id = o.id AND p.factor = 'payment')
      FROM operator o
      LEFT JOIN credential login ON login.operator_id = o.id AND login.factor = 'login'
      WHERE o.tenant_id = ? ORDER BY o.id
      """, tenant
    ) { row in
      guard let key = UsernameKey(try row.text(1)) else {
        throw DatabaseError(.integrity, "an operator has no valid username")
      }
      var facts = PersonFacts(Operator(state: try row.code(3, Operator.State.init)))
      facts.isMaster = try row.bool(4)
      facts.validity = Validity(from: try row.instantOrNil(5), until: try row.instantOrNil(6))
      facts.lockedUntil =
        try row.bool(8) ? Instant(milliseconds: .max) : try row.instantOrNil(7)
      facts.loginPasswordPending = try row.bool(9)
      facts.paymentPasswordSet = try row.bool(10)
      let id = try row.int(0)
      let home = groups.number(try row.int(2))
      operators.append(id, draft.addOperator(id: id, key, facts, home: home))
    }
    try reading.rows(
      """
      SELECT j.operator_id, j.group_id FROM operator o
      JOIN operator_group j ON j.operator_id = o.id WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      let group = groups.number(try row.int(1))
      let person = operators.number(try row.int(0))
      if group >= 0 { draft.join(group, operator: person) }
    }
  }
}
