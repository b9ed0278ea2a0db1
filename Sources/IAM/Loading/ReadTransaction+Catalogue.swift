internal import Policy

extension ReadTransaction {
  /// The trees that permissions are granted over.
  func catalogue() throws -> Catalogue {
    let nodes = try catalogueNodes()
    let menus = nodes.menus.texts.map(MenuCode.init(unchecked:))
    return Catalogue(
      menus: Dictionary(zip(menus, nodes.marks)) { first, _ in first },
      products: Set(nodes.products.texts.map(ProductCode.init(unchecked:))))
  }

  /// The same, ready to answer many questions.
  ///
  /// - Parameter version: that of the catalogue in this view.
  func compiledCatalogue(version: Int64) throws -> CompiledCatalogue {
    let nodes = try catalogueNodes()
    return CompiledCatalogue(
      menus: nodes.menus, marks: nodes.marks, products: nodes.products, version: version)
  }

  /// The nodes of both trees, in the order of their codes.
  ///
  /// All rows are meant; the conditions say so to the counter of rows passed over without need.
  private func catalogueNodes() throws -> (menus: CodeList, marks: [Marks], products: CodeList) {
    var menus = CodeList.Builder()
    var marks: [Marks] = []
    try rows("SELECT code, marks FROM menu WHERE code > '' ORDER BY code") { row in
      // SAFETY: the bytes are copied before the row moves on.
      try unsafe row.withText(0) { unsafe menus.append($0) }
      marks.append(Marks(rawValue: UInt16(truncatingIfNeeded: try row.int(1))))
    }
    var products = CodeList.Builder()
    try rows("SELECT code FROM product WHERE code > '' ORDER BY code") { row in
      // SAFETY: as above.
      try unsafe row.withText(0) { unsafe products.append($0) }
    }
    guard menus.list.isInOrder, products.list.isInOrder else {
      throw DatabaseError(.integrity, "the catalogue holds what is no code, or is not in order")
    }
    return (menus: menus.list, marks: marks, products: products.list)
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
