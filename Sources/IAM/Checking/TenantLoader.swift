internal import Policy

/// Reads a whole tenant, ready to be compiled: each table once, only the rows of this tenant. What
/// belongs to rows of which the tenant has none is not asked for.
///
/// Rows refer to each other by ids, which are in ascending order here, so that looking one up needs
/// no hashing.
struct TenantLoader {
  var draft: TenantDraft
  let tenant: Int64
  var accounts: [Int64: Int32] = [:]
  var groups = IdentifierList()
  var menuGroups = IdentifierList()
  var productGroups = IdentifierList()
  var roles = IdentifierList()
  var operators = IdentifierList()

  /// Reads and compiles a tenant; `nil` when it is not there.
  ///
  /// - Complexity: O(size of the tenant).
  static func load(
    _ tenant: Int64, _ catalogue: CompiledCatalogue, from reading: borrowing ReadTransaction
  ) throws -> CompiledTenant? {
    guard var loader = try TenantLoader(tenant, catalogue, reading) else { return nil }
    try loader.loadEntitlement(reading)
    try loader.loadAccounts(reading)
    try loader.loadSets(reading)
    try loader.loadRoles(reading)
    try loader.loadGroups(reading)
    try loader.loadOperators(reading)
    try loader.loadHoldings(reading)
    return CompiledTenant.compile(loader.draft)
  }

  private init?(
    _ tenant: Int64, _ catalogue: CompiledCatalogue, _ reading: borrowing ReadTransaction
  ) throws {
    self.tenant = tenant
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
    draft = TenantDraft(catalogue: catalogue, tenant: found.0, revision: found.1)
  }

  private mutating func loadEntitlement(_ reading: borrowing ReadTransaction) throws {
    try reading.rows("SELECT code FROM entitled_menu WHERE tenant_id = ?", tenant) { row in
      // SAFETY: the bytes are copied into the draft before the row moves on.
      try unsafe row.withText(0) { unsafe draft.openMenu($0) }
    }
    try reading.rows("SELECT code FROM entitled_product WHERE tenant_id = ?", tenant) { row in
      // SAFETY: as above.
      try unsafe row.withText(0) { unsafe draft.openProduct($0) }
    }
  }

  private mutating func loadAccounts(_ reading: borrowing ReadTransaction) throws {
    let rows = try reading.all("SELECT id, code, state FROM account WHERE tenant_id = ?", tenant) {
      (
        id: try $0.int(0), code: try $0.code(1, AccountCode.init),
        state: try $0.code(2, AccountState.init)
      )
    }
    var last: AccountCode?
    for row in rows.isEmpty ? [] : rows.sorted(by: { $0.code < $1.code }) {
      guard row.code != last else {
        throw DatabaseError(.integrity, "a code is that of two accounts")
      }
      last = row.code
      accounts[row.id] = draft.addAccount(row.code, row.state)
    }
  }

  private mutating func loadSets(_ reading: borrowing ReadTransaction) throws {
    try reading.rows("SELECT id FROM menu_group WHERE tenant_id = ? ORDER BY id", tenant) { row in
      menuGroups.append(try row.int(0), draft.addMenuGroup())
    }
    if !menuGroups.isEmpty { try loadMenuGroups(reading) }
    try reading.rows("SELECT id FROM product_group WHERE tenant_id = ? ORDER BY id", tenant) {
      productGroups.append(try $0.int(0), draft.addProductGroup())
    }
    if !productGroups.isEmpty { try loadProductGroups(reading) }
  }

  private mutating func loadMenuGroups(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT m.menu_group_id, m.code FROM menu_group g
      JOIN menu_group_menu m ON m.menu_group_id = g.id WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      let set = try menuGroups.known(row.int(0))
      // SAFETY: the bytes are looked at before the row moves on.
      try unsafe row.withText(1) { unsafe draft.insertMenu($0, into: set) }
    }
  }

  private mutating func loadProductGroups(_ reading: borrowing ReadTransaction) throws {
    try reading.rows(
      """
      SELECT p.product_group_id, p.code FROM product_group g
      JOIN product_group_product p ON p.product_group_id = g.id WHERE g.tenant_id = ?
      """, tenant
    ) { row in
      let set = try productGroups.known(row.int(0))
      // SAFETY: as above.
      try unsafe row.withText(1) { unsafe draft.insertProduct($0, into: set) }
    }
  }
}

/// The numbers of rows that came in the order of their ids.
struct IdentifierList {
  private var ids: [Int64] = []
  private var numbers: [Int32] = []
  private var last = 0

  /// Whether no row came.
  var isEmpty: Bool { ids.isEmpty }

  /// The next row; its id is higher than all before.
  mutating func append(_ id: Int64, _ number: Int32) {
    ids.append(id)
    numbers.append(number)
  }

  /// The number of a row that must have come, for both were asked for by the same condition.
  ///
  /// - Throws: an integrity error for one that did not: an index of the store is damaged.
  mutating func known(_ id: Int64) throws(DatabaseError) -> Int32 {
    let number = number(id)
    guard number >= 0 else {
      throw DatabaseError(.integrity, "a row belongs to one that is not there")
    }
    return number
  }

  /// The number of a row, or -2 for one that did not come.
  ///
  /// - Complexity: O(1) for the row asked for last and the one behind it, else O(log n).
  mutating func number(_ id: Int64) -> Int32 {
    for place in last..<min(last + 2, ids.count) where ids[place] == id {
      last = place
      return numbers[place]
    }
    let place = firstPlace(of: ids.count) { ids[$0] >= id }
    guard place < ids.count, ids[place] == id else { return -2 }
    last = place
    return numbers[place]
  }
}
