internal import Policy

extension CatalogueDocument {
  /// Reads a document that is to be imported into a catalogue.
  ///
  /// - Throws: `invalid` with the path of the first problem.
  init(checking json: JSONValue, against listing: CatalogueListing) throws(IAMError) {
    do {
      try self.init(
        json, knownMenus: Set(listing.menus.map(\.code.text)),
        knownProducts: Set(listing.products.map(\.code.text)))
    } catch {
      throw .invalid(
        path: error.path.isEmpty ? "document" : error.path, reason: error.reason.wording)
    }
    try checkCodes()
    try checkAdministrativeRoots(listing)
  }

  /// Codes must also be what grants and account codes can name.
  private func checkCodes() throws(IAMError) {
    for (index, menu) in menus.enumerated() where MenuCode(menu.code) == nil {
      throw .malformed(menu.code, at: "menus[\(index)].code")
    }
    for (index, product) in products.enumerated() where ProductCode(product.code) == nil {
      throw .malformed(product.code, at: "products[\(index)].code")
    }
    for (index, market) in markets.enumerated() where market.code.utf8.count > 12 {
      throw .malformed(market.code, at: "markets[\(index)].code")
    }
  }

  private func checkAdministrativeRoots(_ listing: CatalogueListing) throws(IAMError) {
    let known = Dictionary(uniqueKeysWithValues: listing.menus.map { ($0.code.text, $0.marks) })
    for (index, menu) in menus.enumerated() {
      let isMarked = menu.marks.contains(.administrativeRoot)
      if isMarked, menu.code.contains(".") {
        throw .invalid(
          path: "menus[\(index)].marks",
          reason: Wording(zh: "标记 A 只用于根菜单", en: "only a root is marked A"))
      }
      if let old = known[menu.code], old.contains(.administrative) != isMarked {
        throw .invalid(
          path: "menus[\(index)].marks",
          reason: Wording(
            zh: "已有菜单的标记 A 不能增减", en: "the mark A of a menu that is there stays as it is"))
      }
    }
  }

  /// What importing the document would change.
  func changes(to listing: CatalogueListing) -> [CatalogueChange] {
    let oldMenus = Dictionary(
      uniqueKeysWithValues: listing.menus.map { ($0.code.text, ($0.title, $0.marks)) })
    let oldProducts = Dictionary(
      uniqueKeysWithValues: listing.products.map { ($0.code.text, $0.title) })
    let oldMarkets = Dictionary(
      uniqueKeysWithValues: listing.markets.map { ($0.code, $0.title) })
    func change(
      _ section: CatalogueChange.Section, _ code: String, isKnown: Bool, isSame: Bool
    ) -> CatalogueChange? {
      if isSame { return nil }
      return CatalogueChange(section: section, code: code, kind: isKnown ? .updated : .added)
    }
    return menus.compactMap { menu in
      let old = oldMenus[menu.code]
      return change(
        .menu, menu.code, isKnown: old != nil, isSame: old?.0 == menu.title && old?.1 == menu.bits)
    }
      + products.compactMap { product in
        let old = oldProducts[product.code]
        return change(
          .product, product.code, isKnown: old != nil, isSame: old == product.title)
      }
      + markets.compactMap { market in
        let old = oldMarkets[market.code]
        return change(.market, market.code, isKnown: old != nil, isSame: old == market.title)
      }
  }
}

extension IAMError {
  fileprivate static func malformed(_ code: String, at path: String) -> IAMError {
    .invalid(path: path, reason: DocumentError.Reason.malformedCode(code).wording)
  }
}
