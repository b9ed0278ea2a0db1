public import Policy

/// A product permission group with its products and holders.
public struct ProductGroupListing: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// The products named, each with everything below it, in order.
  public var products: [ProductCode]
  /// Who holds it, as far as the caller may see them, in order.
  public var holders: [HolderName]
}

extension Inquiry {
  /// All product permission groups of a tenant, in the order of their names.
  ///
  /// - Throws: `notLoggedIn`, `denied`, `notFound`.
  /// - Source: B3.
  public func productGroups(in tenant: TenantCode? = nil) throws -> [ProductGroupListing] {
    let (actor, tenant) = try require("product-groups.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let rows = try reading.all(
      "SELECT id, name FROM product_group WHERE tenant_id = ? ORDER BY name", tenant
    ) { (id: try $0.int(0), name: try $0.code(1, Name.init)) }
    return try rows.map { try productGroup($0.id, $0.name, view) }
  }

  /// One product permission group.
  ///
  /// - Throws: `notFound`, `notLoggedIn`, `denied`.
  public func productGroup(_ name: Name, in tenant: TenantCode? = nil) throws -> ProductGroupListing
  {
    let (actor, tenant) = try require("product-groups.read", in: tenant)
    let id = try reading.requireProductGroup(name, in: tenant)
    return try productGroup(id, name, OperatorView(of: actor, in: tenant, reading))
  }

  private func productGroup(_ id: Int64, _ name: Name, _ view: OperatorView) throws
    -> ProductGroupListing
  {
    ProductGroupListing(
      name: name, products: try reading.products(ofProductGroup: id),
      holders: try view.visible(reading.holderNames(ofProductGroup: id), reading))
  }
}
