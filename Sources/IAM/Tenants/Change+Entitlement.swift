public import Policy

/// What is open to a tenant after a change.
public struct OpenedModules: Sendable, Equatable {
  /// The tenant.
  public var tenant: TenantCode
  /// The menus, in the order of their codes; each with everything below it.
  public var menus: [MenuCode]
  /// The products, likewise.
  public var products: [ProductCode]
}

extension Change {
  /// Opens menus and products to a member or an institution; what is open already stays so.
  ///
  /// - Throws: `notFound` for a node that is not listed; `invalid` for menus that no member holds
  ///   and for a term, which has the permissions of its base point; `conflict(.tenant)` for a
  ///   closed one.
  /// - Source: C1.
  @discardableResult
  public func entitle(
    _ code: String, menus: [String], products: [String]
  ) throws -> OpenedModules {
    try performAsStaff("member.entitle", on: code, need: "exchange.members.entitle") { tenant in
      let menus = try reading.listedMenus(menus)
      let products = try reading.listedProducts(products)
      try requireMeantFor(tenant.kind, menus)
      let before = try reading.openedModules(to: tenant)
      try open(menus: menus, products: products, to: tenant.id)
      return try recorded(before, of: tenant)
    }
  }

  /// Takes menus and products from a member or an institution, at once for everybody there.
  ///
  /// Below a node that is open, the rest of it stays: `trade.listing` without
  /// `trade.listing.create` becomes its other children, and no longer grows by what is added to it.
  ///
  /// - Throws: `notFound` for a node that is not listed; `conflict(.notEntitled)` where nothing is
  ///   open at or below it; `conflict(.tenant)` for a closed one.
  /// - Source: C1.
  @discardableResult
  public func disentitle(
    _ code: String, menus: [String], products: [String]
  ) throws -> OpenedModules {
    try performAsStaff("member.disentitle", on: code, need: "exchange.members.entitle") { tenant in
      let menus = try reading.listedMenus(menus)
      let products = try reading.listedProducts(products)
      let before = try reading.openedModules(to: tenant)
      let catalogue = try reading.catalogue()
      var openMenus = OpenedNodes(Set(before.menus), in: Set(catalogue.menus.keys))
      for menu in menus where !openMenus.close(menu) {
        throw IAMError.conflict(.notEntitled(menu.text))
      }
      var openProducts = OpenedNodes(Set(before.products), in: catalogue.products)
      for product in products where !openProducts.close(product) {
        throw IAMError.conflict(.notEntitled(product.text))
      }
      try store(openMenus.nodes, openProducts.nodes, of: tenant.id)
      return try recorded(before, of: tenant)
    }
  }

  /// Opens nodes that are known to be listed. Part of an operation.
  func open(menus: [MenuCode], products: [ProductCode], to tenant: Int64) throws {
    let entitlement = try reading.entitlement(of: tenant)
    var openMenus = OpenedNodes(entitlement.menus.nodes, in: [])
    for menu in menus { openMenus.open(menu) }
    var openProducts = OpenedNodes(entitlement.products.nodes, in: [])
    for product in products { openProducts.open(product) }
    try store(openMenus.nodes, openProducts.nodes, of: tenant)
  }

  private func store(
    _ menus: Set<MenuCode>, _ products: Set<ProductCode>, of tenant: Int64
  ) throws {
    let old = try reading.entitlement(of: tenant)
    for menu in old.menus.nodes.subtracting(menus) {
      try execute(
        "DELETE FROM entitled_menu WHERE tenant_id = ? AND code = ?", tenant, menu.text)
    }
    for menu in menus.subtracting(old.menus.nodes) {
      try execute("INSERT INTO entitled_menu VALUES (?, ?)", tenant, menu.text)
    }
    for product in old.products.nodes.subtracting(products) {
      try execute(
        "DELETE FROM entitled_product WHERE tenant_id = ? AND code = ?", tenant, product.text)
    }
    for product in products.subtracting(old.products.nodes) {
      try execute("INSERT INTO entitled_product VALUES (?, ?)", tenant, product.text)
    }
  }

  /// Administrative menus are opened only as far as tenants of that kind start with them; those of
  /// the exchange therefore never.
  private func requireMeantFor(_ kind: Tenant.Kind, _ menus: [MenuCode]) throws {
    let catalogue = try reading.catalogue()
    let start = Seed.entitlements.first { $0.kind == kind.rawValue }?.menus ?? []
    for menu in menus where catalogue.isAdministrative(menu) {
      if start.contains(where: { MenuCode(unchecked: $0).covers(menu) }) { continue }
      throw IAMError.invalid(
        path: "menu",
        reason: Wording(
          zh: "`\(menu)` 不对会员开通", en: "`\(menu)` is never opened to a member"))
    }
  }

  private func recorded(
    _ before: OpenedModules, of tenant: TenantRow
  ) throws -> Recorded<OpenedModules> {
    let after = try reading.openedModules(to: tenant)
    return Recorded(after, before: before.json, after: after.json)
  }
}

extension OpenedModules {
  fileprivate var json: JSONValue {
    [
      "menus": .array(menus.map { .string($0.text) }),
      "products": .array(products.map { .string($0.text) }),
    ]
  }
}

extension ReadTransaction {
  /// What is open to a tenant, in order.
  func openedModules(to tenant: TenantRow) throws -> OpenedModules {
    let entitlement = try entitlement(of: tenant.id)
    return OpenedModules(
      tenant: tenant.code, menus: entitlement.menus.nodes.sorted(),
      products: entitlement.products.nodes.sorted())
  }

  /// Menus of the catalogue by their codes.
  fileprivate func listedMenus(_ codes: [String]) throws -> [MenuCode] {
    let known = try catalogue().menus
    return try codes.map { text in
      guard let code = MenuCode(text), known[code] != nil else {
        throw IAMError.notFound(.menu, text)
      }
      return code
    }
  }

  /// Products of the catalogue by their codes.
  fileprivate func listedProducts(_ codes: [String]) throws -> [ProductCode] {
    let catalogue = try catalogue()
    return try codes.map { text in
      guard let code = ProductCode(text), catalogue.knows(code) else {
        throw IAMError.notFound(.product, text)
      }
      guard catalogue.products.contains(code) else {
        throw IAMError.invalid(
          path: "product",
          reason: Wording(
            zh: "合约期限 `\(code)` 随其基准点开通", en: "the term `\(code)` is opened by its base point"))
      }
      return code
    }
  }
}
