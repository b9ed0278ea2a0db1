internal import Policy

extension TenantLoader {
  /// The roles, what they name, and which they include.
  mutating func loadRoles(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      "SELECT id, has_every_account FROM role WHERE tenant_id = ? ORDER BY id", tenant
    ) { row in
      roles.append(try row.int(0), draft.addRole(hasEveryAccount: try row.bool(1)))
    }
    guard !roles.isEmpty else { return }
    try loadRoleParts(reading)
    if !accounts.isEmpty { try loadRoleAccounts(reading) }
    try loadInclusions(reading)
  }

  private mutating func loadRoleParts(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT m.role_id, m.code FROM role r JOIN role_menu m ON m.role_id = r.id
      WHERE r.tenant_id = ?
      """, tenant
    ) { row in
      let role = try roles.known(row.int(0))
      // SAFETY: the bytes are looked at before the row moves on.
      try unsafe row.withText(1) { unsafe draft.insertMenu($0, intoRole: role) }
    }
    try reading.rows(
      """
      SELECT p.role_id, p.code FROM role r JOIN role_product p ON p.role_id = r.id
      WHERE r.tenant_id = ?
      """, tenant
    ) { row in
      let role = try roles.known(row.int(0))
      // SAFETY: as above.
      try unsafe row.withText(1) { unsafe draft.insertProduct($0, intoRole: role) }
    }
  }

  private mutating func loadRoleAccounts(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT a.role_id, a.account_id FROM role r JOIN role_account a ON a.role_id = r.id
      WHERE r.tenant_id = ?
      """, tenant
    ) { row in
      guard let account = accounts[try row.int(1)] else { return }
      draft.insertAccount(account, intoRole: try roles.known(row.int(0)))
    }
  }

  private mutating func loadInclusions(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT i.role_id, i.included_id FROM role r JOIN role_inclusion i ON i.role_id = r.id
      WHERE r.tenant_id = ?
      """, tenant
    ) { row in
      let included = roles.number(try row.int(1))
      // A role of another tenant is none of this one.
      if included >= 0 { draft.include(included, in: try roles.known(row.int(0))) }
    }
  }

  /// What has been given to operators, and what groups hand down.
  mutating func loadHoldings(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT h.menu, h.product, h.account_id, h.every_account, h.menu_group_id,
        h.product_group_id, h.role_id, h.valid_from, h.valid_until, h.operator_id
      FROM operator o JOIN holding h ON h.operator_id = o.id WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      guard let thing = try thing(row) else { return }
      let person = try operators.known(row.int(9))
      draft.give(thing, try validity(row), toOperator: person)
    }
    try reading.rows(
      """
      SELECT h.menu, h.product, h.account_id, h.every_account, h.menu_group_id,
        h.product_group_id, h.role_id, h.valid_from, h.valid_until, h.group_id
      FROM user_group g JOIN holding h ON h.group_id = g.id WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      guard let thing = try thing(row) else { return }
      let group = try groups.known(row.int(9))
      draft.give(thing, try validity(row), toGroup: group)
    }
  }

  private func validity(_ row: borrowing Row) throws -> Validity {
    Validity(from: try row.instantOrNil(7), until: try row.instantOrNil(8))
  }

  /// What a row gives; `nil` for something that is not of this tenant. The most usual comes first.
  private mutating func thing(_ row: borrowing Row) throws -> TenantDraft.Thing? {
    if let id = try row.intOrNil(6) {
      let role = roles.number(id)
      return role < 0 ? nil : .role(role)
    }
    if let id = try row.intOrNil(4) {
      let set = menuGroups.number(id)
      return set < 0 ? nil : .menuGroup(set)
    }
    if let id = try row.intOrNil(5) {
      let set = productGroups.number(id)
      return set < 0 ? nil : .productGroup(set)
    }
    if let id = try row.intOrNil(2) { return accounts[id].map { .account($0) } }
    if try row.intOrNil(3) != nil { return .everyAccount }
    if let code = try row.textOrNil(0) { return draft.menu(code) }
    return draft.product(try row.text(1))
  }
}
