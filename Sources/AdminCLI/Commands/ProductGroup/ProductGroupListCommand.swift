import IAM
import Policy

/// `iamctl product-group list`.
let productGroupListCommand = Command(
  "product-group list", Text(zh: "产品权限组列表", en: "List product groups"),
  examples: ["iamctl product-group list", "iamctl product-group list --json"], tenantOption
) { context, tenant in
  let groups = try context.asking(tenant) { inquiry, tenant in
    try inquiry.productGroups(in: tenant)
  }
  return .table(groups, Column.all)
}

extension Column where Row == ProductGroupListing {
  /// The columns of `product-group list`.
  static var all: [Column] {
    [
      Column("name", Text(zh: "名称", en: "Name")) { .text($0.name.text) },
      Column("products", Text(zh: "产品", en: "Products")) {
        .list($0.products.map(\.text))
      },
      Column("held_by", Text(zh: "持有者", en: "Held by")) { .list($0.holders.map(\.text)) },
    ]
  }
}
