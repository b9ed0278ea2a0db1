import IAM
import Policy

/// `iamctl product-group add NAME PRODUCT…`.
let productGroupAddCommand = Command(
  "product-group add", Text(zh: "向产品权限组加入产品", en: "Add to a product group"), .changes,
  examples: ["iamctl product-group add 天然气 PNG LNG.SH"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  RepeatedArgument("PRODUCT", Text(zh: "产品编码", en: "a product with everything below it")),
  tenantOption
) { context, name, codes, tenant in
  let name = try Name(existing: name, .productGroup)
  let codes = try codes.map(ProductCode.init(existing:))
  let listing = codes.map(\.text).joined(separator: ", ")
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已加入：\(listing)", en: "added to `\(name)`: \(listing)"),
    [
      (key: "product_group", value: .string(name.text)),
      (key: "products", value: .strings(codes.map(\.text))),
    ]
  ) { change, tenant in try change.add(codes, toProductGroup: name, in: tenant) }
}
