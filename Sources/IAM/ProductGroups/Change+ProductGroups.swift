public import Policy

extension Change {
  /// Makes an empty product permission group (产品权限组).
  ///
  /// - Throws: `conflict(.exists)`, `denied`.
  /// - Source: B3.
  public func createProductGroup(_ name: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(definition("product-group.create", name, in: tenant)) {
      guard try reading.productGroupID(name, in: tenant) == nil else {
        throw IAMError.conflict(.exists(.productGroup, name.text))
      }
      try execute(
        "INSERT INTO product_group VALUES (?, ?, ?)", try nextID("product-group"), tenant,
        name.text)
      return Recorded()
    }
  }

  /// Gives a product permission group another name; what it grants and who holds it stay the same.
  ///
  /// - Throws: `conflict(.exists)`, `notFound`, `refused` when somebody out of reach holds it.
  /// - Source: B3.
  public func renameProductGroup(_ name: Name, to new: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(definition("product-group.rename", name, in: tenant)) {
      let id = try reading.requireProductGroup(name, in: tenant)
      if let other = try reading.productGroupID(new, in: tenant), other != id {
        throw IAMError.conflict(.exists(.productGroup, new.text))
      }
      try execute("UPDATE product_group SET name = ? WHERE id = ?", new.text, id)
      return Recorded(before: ["name": .string(name.text)], after: ["name": .string(new.text)])
    }
  }

  /// Removes a product permission group that nobody holds.
  ///
  /// - Throws: `conflict(.inUse)` naming the operators whom the caller sees and the groups that
  ///   hold it; `notFound`.
  /// - Source: B3.
  public func deleteProductGroup(_ name: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(definition("product-group.delete", name, in: tenant)) {
      let id = try reading.requireProductGroup(name, in: tenant)
      try requireUnused(
        .productGroup, name, in: tenant, by: reading.holderNames(ofProductGroup: id))
      let products = try reading.products(ofProductGroup: id)
      try execute("DELETE FROM product_group_product WHERE product_group_id = ?", id)
      try execute("DELETE FROM product_group WHERE id = ?", id)
      return Recorded(before: ["products": .array(products.map { .string($0.text) })])
    }
  }

  /// Adds products (分配品类权限), each with everything below it; those there already stay.
  ///
  /// A delivery term is known by its grammar: it need not be listed in the catalogue.
  ///
  /// - Throws: `notFound` naming the unknown ones; `refused`.
  /// - Source: B3, F4.
  public func add(
    _ products: [ProductCode], toProductGroup name: Name, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    try perform(definition("product-group.add", name, in: tenant)) {
      let id = try reading.requireProductGroup(name, in: tenant)
      try reading.requireKnown(products: products)
      for product in products {
        try execute(
          "INSERT INTO product_group_product VALUES (?, ?) ON CONFLICT DO NOTHING", id,
          product.text)
      }
      return Recorded(after: ["products": .array(products.map { .string($0.text) })])
    }
  }

  /// Takes products out.
  ///
  /// - Throws: `notHeld` for one that is not there; `conflict(.coveredBy)` for one that is there
  ///   only through a node above it.
  /// - Source: B3.
  public func remove(
    _ products: [ProductCode], fromProductGroup name: Name, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    try perform(definition("product-group.remove", name, in: tenant)) {
      let id = try reading.requireProductGroup(name, in: tenant)
      let held = try reading.products(ofProductGroup: id)
      for product in products {
        try requireNamed(product, among: held, .product)
        try execute(
          "DELETE FROM product_group_product WHERE product_group_id = ? AND code = ?", id,
          product.text)
      }
      return Recorded(before: ["products": .array(products.map { .string($0.text) })])
    }
  }

  private func definition(_ event: String, _ name: Name, in tenant: Int64) -> Intent {
    Intent(
      event, in: tenant, on: name.text, need: .menu("product-groups.write", over: .definitions))
  }
}
