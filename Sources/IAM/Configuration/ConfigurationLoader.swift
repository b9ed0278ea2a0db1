internal import Policy

/// Reads the whole configuration of a tenant, table by table.
struct ConfigurationLoader {
  var state: ConfigurationState
  let tenant: Int64
  var menuGroups: [Int64: Name] = [:]
  var productGroups: [Int64: Name] = [:]
  var roles: [Int64: Name] = [:]
  var groups: [Int64: Name] = [:]
  var operators: [Int64: Username] = [:]
  var accounts: [Int64: AccountCode] = [:]

  /// Reads a tenant.
  ///
  /// - Complexity: O(rows of the tenant).
  static func load(
    _ tenant: Int64, from reading: borrowing ReadTransaction
  ) throws -> ConfigurationState {
    var loader = ConfigurationLoader(
      state: ConfigurationState(catalogue: try reading.catalogue()), tenant: tenant)
    try loader.addAccounts(reading)
    try loader.addSets(reading)
    try loader.addRoles(reading)
    try loader.addGroups(reading)
    try loader.addOperators(reading)
    try loader.addGroupContents(reading)
    try loader.addHoldings(reading)
    try loader.addSeparations(reading)
    return loader.finished()
  }

  private init(state: ConfigurationState, tenant: Int64) {
    self.state = state
    self.tenant = tenant
  }

  private func finished() -> ConfigurationState {
    var state = state
    if let master = state.master?.username {
      state.master?.facts =
        state.configuration.operators.removeValue(forKey: master)
        ?? ConfiguredOperator(name: "", group: .rootGroup, state: .active)
    }
    return state
  }

  private mutating func addAccounts(_ reading: borrowing ReadTransaction) throws {
    try reading.rows("SELECT id, code FROM account WHERE tenant_id = ?", tenant) { row in
      let code = try row.code(1, AccountCode.init)
      accounts[try row.int(0)] = code
      state.ids.accounts[code] = try row.int(0)
    }
  }

  private mutating func addSets(_ reading: borrowing ReadTransaction) throws {
    try reading.rows("SELECT id, name FROM menu_group WHERE tenant_id = ?", tenant) { row in
      let name = try row.code(1, Name.init)
      menuGroups[try row.int(0)] = name
      state.ids.menuGroups[name] = try row.int(0)
      state.configuration.menuGroups[name] = []
    }
    try reading.rows(
      """
      SELECT m.menu_group_id, m.code FROM menu_group g
      JOIN menu_group_menu m ON m.menu_group_id = g.id WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      guard let name = menuGroups[try row.int(0)] else { return }
      state.configuration.menuGroups[name]?.insert(MenuCode(unchecked: try row.text(1)))
    }
    try reading.rows("SELECT id, name FROM product_group WHERE tenant_id = ?", tenant) { row in
      let name = try row.code(1, Name.init)
      productGroups[try row.int(0)] = name
      state.ids.productGroups[name] = try row.int(0)
      state.configuration.productGroups[name] = []
    }
    try reading.rows(
      """
      SELECT p.product_group_id, p.code FROM product_group g
      JOIN product_group_product p ON p.product_group_id = g.id WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      guard let name = productGroups[try row.int(0)] else { return }
      state.configuration.productGroups[name]?.insert(ProductCode(unchecked: try row.text(1)))
    }
  }

  private mutating func addRoles(_ reading: borrowing ReadTransaction) throws {
    try reading.rows("SELECT id, name, has_every_account FROM role WHERE tenant_id = ?", tenant) {
      row in
      let name = try row.code(1, Name.init)
      roles[try row.int(0)] = name
      state.ids.roles[name] = try row.int(0)
      state.configuration.roles[name] = ConfiguredRole(accounts: try row.bool(2) ? .every : .none)
    }
    try reading.rows(
      """
      SELECT r.id, 'menu', m.code, NULL FROM role r JOIN role_menu m ON m.role_id = r.id
        WHERE r.tenant_id = ?1
      UNION ALL SELECT r.id, 'product', p.code, NULL FROM role r
        JOIN role_product p ON p.role_id = r.id WHERE r.tenant_id = ?1
      UNION ALL SELECT r.id, 'account', NULL, a.account_id FROM role r
        JOIN role_account a ON a.role_id = r.id WHERE r.tenant_id = ?1
      UNION ALL SELECT r.id, 'role', NULL, i.included_id FROM role r
        JOIN role_inclusion i ON i.role_id = r.id WHERE r.tenant_id = ?1
      """, tenant
    ) { row in
      guard let name = roles[try row.int(0)] else { return }
      switch try row.text(1) {
      case "menu":
        state.configuration.roles[name]?.menus.insert(MenuCode(unchecked: try row.text(2)))
      case "product":
        state.configuration.roles[name]?.products.insert(ProductCode(unchecked: try row.text(2)))
      case "account":
        guard let code = accounts[try row.int(3)] else { return }
        state.configuration.roles[name]?.accounts.insert(code)
      default:
        guard let included = roles[try row.int(3)] else { return }
        state.configuration.roles[name]?.roles.insert(included)
      }
    }
  }

  private mutating func addOperators(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT o.id, o.username, o.name, o.state, o.home_group_id, o.is_master,
        EXISTS (SELECT 1 FROM credential c WHERE c.operator_id = o.id AND c.factor = 'login')
      FROM operator o WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      let username = try row.code(1, Username.init)
      let facts = ConfiguredOperator(
        name: try row.text(2), group: groups[try row.int(4)] ?? .rootGroup,
        state: try row.code(3, Operator.State.init))
      operators[try row.int(0)] = username
      state.ids.operators[username] = try row.int(0)
      state.configuration.operators[username] = facts
      if try row.bool(5) { state.master = (username, facts) }
      if try row.bool(6) { state.withCredential.insert(username) }
    }
    try reading.rows(
      """
      SELECT j.operator_id, j.group_id FROM operator o
      JOIN operator_group j ON j.operator_id = o.id WHERE o.tenant_id = ?
      """, tenant
    ) { row in
      guard let username = operators[try row.int(0)], let group = groups[try row.int(1)] else {
        return
      }
      state.configuration.operators[username]?.groups.insert(group)
    }
  }

  private mutating func addHoldings(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT h.menu, h.product, h.account_id, h.every_account, h.menu_group_id,
        h.product_group_id, h.role_id, h.valid_from, h.valid_until, h.operator_id, NULL
      FROM operator o JOIN holding h ON h.operator_id = o.id WHERE o.tenant_id = ?1
      UNION ALL SELECT h.menu, h.product, h.account_id, h.every_account, h.menu_group_id,
        h.product_group_id, h.role_id, h.valid_from, h.valid_until, NULL, h.group_id
      FROM user_group g JOIN holding h ON h.group_id = g.id WHERE g.tenant_id = ?1
      """, tenant
    ) { row in
      guard let holding = holding(try HoldingRow(row)) else { return }
      if let id = try row.intOrNil(9), let username = operators[id] {
        state.configuration.operators[username]?.holdings.insert(holding)
      } else if let id = try row.intOrNil(10), let group = groups[id] {
        state.configuration.groups[group]?.holdings.insert(holding)
      }
    }
  }

  /// The thing by its name; `nil` for one of another tenant, which no operation writes.
  private func holding(_ row: HoldingRow) -> Holding? {
    let thing: Holding.Thing? =
      switch row.thing {
      case .menu(let code): .menu(code)
      case .product(let code): .product(code)
      case .everyAccount: .everyAccount
      case .account(let id): accounts[id].map { .account($0) }
      case .menuGroup(let id): menuGroups[id].map { .menuGroup($0) }
      case .productGroup(let id): productGroups[id].map { .productGroup($0) }
      case .role(let id): roles[id].map { .role($0) }
      }
    return thing.map { Holding($0, validity: row.validity) }
  }

  private mutating func addSeparations(_ reading: borrowing ReadTransaction) throws {
    try reading.rows("SELECT id, name FROM separation WHERE tenant_id = ?", tenant) { row in
      state.ids.separations[try row.code(1, Name.init)] = try row.int(0)
    }
    for set in try reading.separations(of: tenant) {
      state.configuration.separations[set.name] = set
    }
  }
}
