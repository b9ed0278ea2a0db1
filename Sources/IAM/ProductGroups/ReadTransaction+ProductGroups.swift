internal import Policy

extension ReadTransaction {
  /// The id of a product permission group of a tenant, or `nil`.
  func productGroupID(_ name: Name, in tenant: Int64) throws -> Int64? {
    try first("SELECT id FROM product_group WHERE tenant_id = ? AND name = ?", tenant, name.text) {
      try $0.int(0)
    }
  }

  /// The id of a product permission group of a tenant.
  ///
  /// - Throws: `notFound`.
  func requireProductGroup(_ name: Name, in tenant: Int64) throws -> Int64 {
    guard let id = try productGroupID(name, in: tenant) else {
      throw IAMError.notFound(.productGroup, name.text)
    }
    return id
  }

  /// The products named in a product permission group, in order.
  func products(ofProductGroup id: Int64) throws -> [ProductCode] {
    try all("SELECT code FROM product_group_product WHERE product_group_id = ? ORDER BY code", id) {
      ProductCode(unchecked: try $0.text(0))
    }
  }

  /// Who holds a product permission group.
  func holderNames(ofProductGroup id: Int64) throws -> [HolderName] {
    try all(
      """
      SELECT o.username, g.name FROM holding h LEFT JOIN operator o ON o.id = h.operator_id
      LEFT JOIN user_group g ON g.id = h.group_id
      WHERE h.product_group_id = ? ORDER BY o.username, g.name
      """, id, row: HolderName.init)
  }
}
