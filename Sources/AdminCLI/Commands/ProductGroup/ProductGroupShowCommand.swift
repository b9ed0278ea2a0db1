import IAM
import Policy

/// `iamctl product-group show NAME`.
let productGroupShowCommand = Command(
  "product-group show", Text(zh: "查看产品权限组", en: "Show a product group"),
  examples: ["iamctl product-group show 天然气"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .productGroup)
  let group = try context.asking(tenant) { inquiry, tenant in
    try inquiry.productGroup(name, in: tenant)
  }
  return .record(Column.all.map { Field($0.key, $0.heading, $0.cell(group)) })
}
