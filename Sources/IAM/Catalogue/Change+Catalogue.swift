internal import Policy

extension Change {
  /// Adds and updates nodes; removes none. Part of no other operation than setting up and importing.
  func install(_ document: CatalogueDocument) throws {
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    for (position, menu) in document.menus.enumerated() {
      let marks = Marks(letters: menu.marks.map(\.rawValue)) ?? []
      try execute(
        """
        INSERT INTO menu VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (code) DO UPDATE SET
          title_zh = ?2, title_en = ?3, marks = ?4
        """, menu.code, menu.title.zh, menu.title.en, Int64(marks.rawValue), position)
    }
    for (position, product) in document.products.enumerated() {
      try execute(
        """
        INSERT INTO product VALUES (?1, ?2, ?3, ?4) ON CONFLICT (code) DO UPDATE SET
          title_zh = ?2, title_en = ?3
        """, product.code, product.title.zh, product.title.en, position)
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
