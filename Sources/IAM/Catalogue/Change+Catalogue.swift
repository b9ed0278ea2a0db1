internal import Policy

extension Change {
  /// The catalogue of a new store. Part of no other operation than setting up.
  func install(_ document: CatalogueDocument) throws {
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    try store(document)
  }

  /// Adds and updates nodes; removes none. New ones stand behind those that are there. Part of an
  /// operation.
  func store(_ document: CatalogueDocument) throws {
    let menus = try reading.nextPosition(
      "SELECT coalesce(max(position) + 1, 0) FROM menu")
    for (position, menu) in document.menus.enumerated() {
      try execute(
        """
        INSERT INTO menu VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (code) DO UPDATE SET
          title_zh = ?2, title_en = ?3, marks = ?4
        """, menu.code, menu.title.zh, menu.title.en, Int64(menu.bits.rawValue), menus + position)
    }
    let products = try reading.nextPosition(
      "SELECT coalesce(max(position) + 1, 0) FROM product")
    for (position, product) in document.products.enumerated() {
      try execute(
        """
        INSERT INTO product VALUES (?1, ?2, ?3, ?4) ON CONFLICT (code) DO UPDATE SET
          title_zh = ?2, title_en = ?3
        """, product.code, product.title.zh, product.title.en, products + position)
    }
    for market in document.markets {
      try execute(
        """
        INSERT INTO market VALUES (?1, ?2, ?3) ON CONFLICT (code) DO UPDATE SET
          title_zh = ?2, title_en = ?3
        """, market.code, market.title.zh, market.title.en)
    }
  }
}

extension CatalogueDocument.Menu {
  /// The marks as decisions read them.
  var bits: Marks { Marks(letters: marks.map(\.rawValue)) ?? [] }
}

extension ReadTransaction {
  fileprivate func nextPosition(_ sql: StaticString) throws -> Int {
    Int(try first(sql) { try $0.int(0) } ?? 0)
  }
}
