internal import Policy

extension ReadTransaction {
  /// The rows that an assignment would make, with what each was called, in the order of the kinds.
  ///
  /// - Throws: `notFound`, naming everything of the first kind of which something is unknown.
  func things(
    of assignment: Assignment, in tenant: Int64
  ) throws -> [(thing: HoldingRow.Thing, noun: Noun, name: String)] {
    var things: [(thing: HoldingRow.Thing, noun: Noun, name: String)] = []
    func add<Key>(
      _ noun: Noun, _ keys: [Key], _ name: (Key) -> String,
      _ find: (Key) throws -> HoldingRow.Thing?
    ) throws {
      var unknown: [String] = []
      for key in keys {
        if let thing = try find(key) {
          things.append((thing, noun, name(key)))
        } else {
          unknown.append(name(key))
        }
      }
      guard unknown.isEmpty else { throw IAMError.notFound(noun, unknown) }
    }
    try add(.menuGroup, assignment.menuGroups, \.text) { name in
      try menuGroupID(name, in: tenant).map { .menuGroup($0) }
    }
    try add(.productGroup, assignment.productGroups, \.text) { name in
      try productGroupID(name, in: tenant).map { .productGroup($0) }
    }
    try requireKnown(menus: assignment.menus, products: assignment.products)
    things += assignment.menus.map { (.menu($0), .menu, $0.text) }
    things += assignment.products.map { (.product($0), .product, $0.text) }
    try add(.account, assignment.accounts, \.text) { code in
      try accountID(code, in: tenant).map { .account($0) }
    }
    if assignment.everyAccount { things.append((.everyAccount, .account, "*")) }
    try add(.role, assignment.roles, \.text) { name in
      try findRole(name, in: tenant).map { .role($0) }
    }
    return things
  }

  /// Refuses menus and products that the catalogue does not have; terms are known by their grammar.
  ///
  /// - Throws: `notFound`, naming everything unknown.
  /// - Source: F4.
  func requireKnown(menus: [MenuCode] = [], products: [ProductCode] = []) throws {
    let unknownMenus = try menus.filter { code in
      try code != .wildcard && !exists("SELECT 1 FROM menu WHERE code = ?", code.text)
    }
    guard unknownMenus.isEmpty else { throw IAMError.notFound(.menu, unknownMenus.map(\.text)) }
    let unknownProducts = try products.filter { code in try code != .wildcard && !knows(code) }
    guard unknownProducts.isEmpty else {
      throw IAMError.notFound(.product, unknownProducts.map(\.text))
    }
  }

  private func knows(_ code: ProductCode) throws -> Bool {
    if try exists("SELECT 1 FROM product WHERE code = ?", code.text) { return true }
    guard code.endsInTerm, let basePoint = code.parent else { return false }
    return try exists("SELECT 1 FROM product WHERE code = ?", basePoint.text)
  }

  /// The id of a trading account of a tenant, or `nil`.
  func accountID(_ code: AccountCode, in tenant: Int64) throws -> Int64? {
    try first("SELECT id FROM account WHERE code = ? AND tenant_id = ?", code.text, tenant) {
      try $0.int(0)
    }
  }
}

extension IAMError {
  /// Several things of one kind that are not there.
  static func notFound(_ noun: Noun, _ names: [String]) -> IAMError {
    .notFound(noun, names.joined(separator: "`, `"))
  }
}
