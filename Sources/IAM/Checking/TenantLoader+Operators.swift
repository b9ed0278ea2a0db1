internal import Policy

extension TenantLoader {
  /// The user groups and how they hang together.
  mutating func loadGroups(_ reading: borrowing ReadTransaction) throws {
    var parents: [Branch] = []
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
      if let parent = try row.intOrNil(1) { parents.append(Branch(group: group, parent: parent)) }
    }
    for branch in parents { draft.setParent(groups.number(branch.parent), of: branch.group) }
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
      let group = try groups.known(row.int(0))
      // SAFETY: the bytes are looked at before the row moves on.
      try unsafe row.withText(1) { unsafe draft.insertMenu($0, intoPoolOf: group) }
    }
    try reading.rows(
      """
      SELECT p.group_id, p.code FROM user_group g JOIN pool_product p ON p.group_id = g.id
      WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      let group = try groups.known(row.int(0))
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
      draft.insertAccount(account, intoPoolOf: try groups.known(row.int(0)))
    }
  }

  /// The operators, what is known of their passwords, and the groups they joined.
  mutating func loadOperators(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT id, username, home_group_id, state, is_master, valid_from, valid_until
      FROM operator WHERE tenant_id = ? ORDER BY id
      """, tenant
    ) { row in
      guard let key = UsernameKey(try row.text(1)) else {
        throw DatabaseError(.integrity, "an operator has no valid username")
      }
      var facts = PersonFacts(state: try row.code(3, Operator.State.init))
      facts.isMaster = try row.bool(4)
      facts.validity = Validity(from: try row.instantOrNil(5), until: try row.instantOrNil(6))
      let id = try row.int(0)
      let home = groups.number(try row.int(2))
      operators.append(id, draft.addOperator(id: id, key, facts, home: home))
    }
    try loadPasswords(reading)
    try reading.rows(
      """
      SELECT j.operator_id, j.group_id FROM operator o
      JOIN operator_group j ON j.operator_id = o.id WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      let group = groups.number(try row.int(1))
      let person = try operators.known(row.int(0))
      if group >= 0 { draft.join(group, operator: person) }
    }
  }

  /// Who is locked out, who has a payment password, and who must still change the first password.
  private mutating func loadPasswords(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT c.operator_id, c.factor, c.is_disabled, c.locked_until FROM operator o
      JOIN credential c ON c.operator_id = o.id WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      let person = try operators.known(row.int(0))
      switch try row.text(1) {
      case "login":
        let end = try row.bool(2) ? Instant(milliseconds: .max) : try row.instantOrNil(3)
        if let end { draft.lock(person, until: end) }
      case "payment": draft.markPaymentPassword(of: person)
      default: throw DatabaseError(.integrity, "a credential is of no known kind")
      }
    }
    try reading.rows(
      """
      SELECT s.operator_id FROM operator o
      JOIN first_login_step s ON s.operator_id = o.id AND s.step = 'login-password'
      WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      draft.markFirstPassword(of: try operators.known(row.int(0)))
    }
  }
}

/// A group, by its number, below another, by its id.
private struct Branch {
  var group: Int32
  var parent: Int64
}
