internal import Policy

extension ConfigurationLoader {
  mutating func addGroups(_ reading: borrowing ReadTransaction) throws {
    let rows = try reading.all(
      """
      SELECT id, name, parent_id, pool_is_everything, pool_has_every_account
      FROM user_group WHERE tenant_id = ?
      """, tenant
    ) { row in
      (
        id: try row.int(0), name: try row.code(1, Name.init), parent: try row.intOrNil(2),
        isEverything: try row.bool(3), hasEveryAccount: try row.bool(4)
      )
    }
    for row in rows {
      groups[row.id] = row.name
      state.ids.groups[row.name] = row.id
    }
    for row in rows {
      let pool = ConfiguredPool(accounts: row.hasEveryAccount ? .every : .none)
      state.configuration.groups[row.name] = ConfiguredGroup(
        parent: row.parent.flatMap { groups[$0] }, pool: row.isEverything ? nil : pool)
    }
  }

  mutating func addGroupContents(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT g.id, 'menu', m.code, NULL FROM user_group g JOIN pool_menu m ON m.group_id = g.id
        WHERE g.tenant_id = ?1
      UNION ALL SELECT g.id, 'product', p.code, NULL FROM user_group g
        JOIN pool_product p ON p.group_id = g.id WHERE g.tenant_id = ?1
      UNION ALL SELECT g.id, 'account', NULL, a.account_id FROM user_group g
        JOIN pool_account a ON a.group_id = g.id WHERE g.tenant_id = ?1
      UNION ALL SELECT g.id, 'administrator', NULL, a.operator_id FROM user_group g
        JOIN group_administrator a ON a.group_id = g.id WHERE g.tenant_id = ?1
      """, tenant
    ) { row in
      guard let name = groups[try row.int(0)] else { return }
      switch try row.text(1) {
      case "menu":
        state.configuration.groups[name]?.pool?.menus.insert(MenuCode(unchecked: try row.text(2)))
      case "product":
        state.configuration.groups[name]?.pool?.products.insert(
          ProductCode(unchecked: try row.text(2)))
      case "account":
        guard let code = accounts[try row.int(3)] else { return }
        state.configuration.groups[name]?.pool?.accounts.insert(code)
      default:
        guard let username = operators[try row.int(3)] else { return }
        state.configuration.groups[name]?.administrators.insert(username)
      }
    }
  }
}

extension AccountSet {
  /// Adds one account; every account holds it already.
  mutating func insert(_ code: AccountCode) {
    self = union(.some([code]))
  }
}
