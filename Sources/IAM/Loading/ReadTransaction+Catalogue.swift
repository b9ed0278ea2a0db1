internal import Policy

extension ReadTransaction {
  /// The trees that permissions are granted over.
  ///
  /// All rows are meant; the conditions say so to the counter of rows passed over without need.
  func catalogue() throws -> Catalogue {
    // About as many as there are, so that what was read is not hashed again.
    var menus: [MenuCode: Marks] = Dictionary(minimumCapacity: 500)
    try rows("SELECT code, marks FROM menu WHERE code > ''") { row in
      menus[MenuCode(unchecked: try row.text(0))] = Marks(
        rawValue: UInt16(truncatingIfNeeded: try row.int(1)))
    }
    let products = try all("SELECT code FROM product WHERE code > ''") {
      ProductCode(unchecked: try $0.text(0))
    }
    return Catalogue(menus: menus, products: Set(products))
  }

  /// What the exchange has opened to a tenant.
  func entitlement(of tenant: Int64) throws -> Entitlement {
    let menus = try all("SELECT code FROM entitled_menu WHERE tenant_id = ?", tenant) {
      MenuCode(unchecked: try $0.text(0))
    }
    let products = try all("SELECT code FROM entitled_product WHERE tenant_id = ?", tenant) {
      ProductCode(unchecked: try $0.text(0))
    }
    return Entitlement(menus: MenuSet(menus), products: ProductSet(products))
  }
}

extension Row {
  /// Text that must be valid for its type; anything else in the store is a sign of damage.
  func code<Code>(_ column: Int, _ parse: (String) -> Code?) throws(DatabaseError) -> Code {
    let text = try text(column)
    guard let code = parse(text) else {
      throw DatabaseError(.integrity, "column \(column) does not hold a valid code")
    }
    return code
  }

  /// An instant, or `nil` for `null`.
  func instantOrNil(_ column: Int) throws(DatabaseError) -> Instant? {
    try intOrNil(column).map(Instant.init(milliseconds:))
  }

  /// An instant.
  func instant(_ column: Int) throws(DatabaseError) -> Instant {
    Instant(milliseconds: try int(column))
  }
}
