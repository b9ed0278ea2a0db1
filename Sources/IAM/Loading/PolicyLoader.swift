internal import Policy

/// Reads a tenant, or a part of it, from the store as the plain values that decisions are made on.
///
/// The cost is that of the part: a question about one operator reads its rows and those of what it
/// reaches, in a tenant of any size.
struct PolicyLoader {
  private var policy: TenantPolicy
  private let tenant: Int64
  private let groupNames: [Int64: Name]
  private var groups: Set<Int64> = []
  private var roles: Set<Int64> = []
  private var menuGroups: Set<Int64> = []
  private var productGroups: Set<Int64> = []
  private var accounts: [Int64: AccountCode] = [:]

  /// Loads part of a tenant.
  ///
  /// - Returns: `nil` when there is no such tenant.
  static func load(
    _ scope: PolicyScope, of tenant: Int64, from reading: borrowing ReadTransaction
  ) throws -> TenantPolicy? {
    guard var loader = try PolicyLoader(tenant, scope.groupNames, reading) else { return nil }
    var operators = scope.operators
    if scope.fellowAdministrators {
      for id in scope.operators { operators.formUnion(try reading.fellowAdministrators(of: id)) }
      // One who no longer administers a group has no fellows there: the group itself tells them.
      for id in scope.groups { operators.formUnion(try reading.administratorIDs(of: id)) }
    }
    for id in operators.sorted() { try loader.addOperator(id, reading) }
    for id in scope.groups.sorted() { try loader.addGroup(id, reading) }
    for id in scope.roles.sorted() { try loader.addRole(id, reading) }
    for id in scope.menuGroups.sorted() { try loader.addMenuGroup(id, reading) }
    for id in scope.productGroups.sorted() { try loader.addProductGroup(id, reading) }
    return loader.policy
  }

  private init?(
    _ tenant: Int64, _ groupNames: [Int64: Name], _ reading: borrowing ReadTransaction
  ) throws {
    self.tenant = tenant
    self.groupNames = groupNames
    let catalogue = try reading.catalogue()
    let found = try reading.first(
      """
      SELECT code, kind, state, approved_at IS NOT NULL, requires_key, revision
      FROM tenant WHERE id = ?
      """, tenant
    ) { row in
      (
        try Tenant(
          code: row.code(0, TenantCode.init), kind: row.code(1, Tenant.Kind.init),
          state: row.code(2, Tenant.State.init), hasBeenApproved: row.bool(3),
          requiresKey: row.bool(4)), try row.int(5)
      )
    }
    guard let found else { return nil }
    policy = TenantPolicy(
      catalogue: catalogue, tenant: found.0, entitlement: try reading.entitlement(of: tenant),
      revision: found.1)
    policy.groups = [:]
    try reading.rows(
      "SELECT id, code, state FROM account WHERE tenant_id = ? ORDER BY id", tenant
    ) { row in
      let code = try row.code(1, AccountCode.init)
      accounts[try row.int(0)] = code
      policy.accounts[code] = try row.code(2, AccountState.init)
    }
    try addRootGroup(reading)
  }

  private mutating func addRootGroup(_ reading: borrowing ReadTransaction) throws {
    let root = try reading.first(
      "SELECT id FROM user_group WHERE tenant_id = ? AND parent_id IS NULL", tenant
    ) { try $0.int(0) }
    if let root { try addGroup(root, reading) }
  }

  // MARK: Operators

  private mutating func addOperator(
    _ id: Int64, _ reading: borrowing ReadTransaction
  ) throws {
    let row = try reading.operatorRow(id)
    guard let row, row.tenant == tenant else { return }
    var person = row.facts
    person.home = try addGroup(row.home, reading) ?? .rootGroup
    let joined = try reading.all(
      "SELECT group_id FROM operator_group WHERE operator_id = ? ORDER BY group_id", id
    ) { try $0.int(0) }
    for group in joined {
      if let name = try addGroup(group, reading) { person.joined.insert(name) }
    }
    let administered = try reading.all(
      "SELECT group_id FROM group_administrator WHERE operator_id = ? ORDER BY group_id", id
    ) { try $0.int(0) }
    for group in administered { try addGroup(group, reading) }
    person.holdings = try holdings(reading.holdings(ofOperator: id), reading)
    policy.operators[row.username] = person
  }

  // MARK: Groups

  /// Adds a group and those above it, once.
  ///
  /// - Returns: its name; `nil` when it is not a group of this tenant.
  @discardableResult
  private mutating func addGroup(
    _ id: Int64, _ reading: borrowing ReadTransaction
  ) throws -> Name? {
    guard let row = try reading.groupRow(id), row.tenant == tenant else { return nil }
    let name = groupNames[id] ?? row.name
    guard groups.insert(id).inserted else { return name }
    let parent: Name? = if let parent = row.parent { try addGroup(parent, reading) } else { nil }
    let handsDown = try holdings(reading.holdings(ofGroup: id), reading)
    policy.groups[name] = UserGroup(
      parent: parent, pool: try pool(of: row, reading), handsDown: handsDown,
      administrators: try reading.administrators(of: id))
    return name
  }

  private func pool(
    of row: GroupRow, _ reading: borrowing ReadTransaction
  ) throws -> UserGroup.Pool {
    if row.poolIsEverything { return .everything }
    let menus = try reading.all("SELECT code FROM pool_menu WHERE group_id = ?", row.id) {
      MenuCode(unchecked: try $0.text(0))
    }
    let products = try reading.all("SELECT code FROM pool_product WHERE group_id = ?", row.id) {
      ProductCode(unchecked: try $0.text(0))
    }
    let named = try reading.all("SELECT account_id FROM pool_account WHERE group_id = ?", row.id) {
      accounts[try $0.int(0)]
    }
    return .within(
      Rectangle(
        menus: MenuSet(menus), products: ProductSet(products),
        accounts: row.poolHasEveryAccount ? .every : .some(Set(named.compactMap { $0 }))))
  }

  // MARK: Holdings and what they name

  private mutating func holdings(
    _ rows: [HoldingRow], _ reading: borrowing ReadTransaction
  ) throws -> Holdings {
    var holdings = Holdings()
    for row in rows {
      let validity = row.validity
      switch row.thing {
      case .menu(let code): holdings.menus.append(Given(code, validity: validity))
      case .product(let code): holdings.products.append(Given(code, validity: validity))
      case .everyAccount: holdings.accounts.append(Given(.every, validity: validity))
      case .account(let id):
        if let code = accounts[id] {
          holdings.accounts.append(Given(.some([code]), validity: validity))
        }
      case .menuGroup(let id):
        if let name = try addMenuGroup(id, reading) {
          holdings.menuGroups.append(Given(name, validity: validity))
        }
      case .productGroup(let id):
        if let name = try addProductGroup(id, reading) {
          holdings.productGroups.append(Given(name, validity: validity))
        }
      case .role(let id):
        if let name = try addRole(id, reading) {
          holdings.roles.append(Given(name, validity: validity))
        }
      }
    }
    return holdings
  }

  @discardableResult
  private mutating func addMenuGroup(
    _ id: Int64, _ reading: borrowing ReadTransaction
  ) throws -> Name? {
    let name = try reading.name(ofMenuGroup: id, in: tenant)
    guard let name, menuGroups.insert(id).inserted else { return name }
    let codes = try reading.all("SELECT code FROM menu_group_menu WHERE menu_group_id = ?", id) {
      MenuCode(unchecked: try $0.text(0))
    }
    policy.menuGroups[name] = MenuSet(codes)
    return name
  }

  @discardableResult
  private mutating func addProductGroup(
    _ id: Int64, _ reading: borrowing ReadTransaction
  ) throws -> Name? {
    let name = try reading.name(ofProductGroup: id, in: tenant)
    guard let name, productGroups.insert(id).inserted else { return name }
    let codes = try reading.all(
      "SELECT code FROM product_group_product WHERE product_group_id = ?", id
    ) { ProductCode(unchecked: try $0.text(0)) }
    policy.productGroups[name] = ProductSet(codes)
    return name
  }

  @discardableResult
  private mutating func addRole(
    _ id: Int64, _ reading: borrowing ReadTransaction
  ) throws -> Name? {
    guard let row = try reading.roleRow(id), row.tenant == tenant else { return nil }
    guard roles.insert(id).inserted else { return row.name }
    var role = Role()
    role.menus = try reading.menus(ofRole: id)
    role.products = try reading.products(ofRole: id)
    role.accounts = try row.hasEveryAccount ? .every : accountsNamed(byRole: id, reading)
    for included in try reading.inclusions(ofRole: id) {
      if let name = try addRole(included, reading) { role.includes.insert(name) }
    }
    policy.roles[row.name] = role
    return row.name
  }

  private func accountsNamed(
    byRole id: Int64, _ reading: borrowing ReadTransaction
  ) throws -> AccountSet {
    let named = try reading.all("SELECT account_id FROM role_account WHERE role_id = ?", id) {
      accounts[try $0.int(0)]
    }
    return .some(Set(named.compactMap { $0 }))
  }
}
