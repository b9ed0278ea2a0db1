import IAM
import Policy

/// `iamctl product-group remove NAME PRODUCT…`.
let productGroupRemoveCommand = Command(
  "product-group remove", Text(zh: "从产品权限组移出产品", en: "Take out of a product group"), .changes,
  examples: ["iamctl product-group remove 天然气 PNG LNG.SH"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  RepeatedArgument("PRODUCT", Text(zh: "产品编码", en: "a product with everything below it")),
  tenantOption
) { context, name, codes, tenant in
  let name = try Name(existing: name, .productGroup)
  let codes = try codes.map(ProductCode.init(existing:))
  let listing = codes.map(\.text).joined(separator: ", ")
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已移出：\(listing)", en: "took out of `\(name)`: \(listing)"),
    [
      (key: "product_group", value: .string(name.text)),
      (key: "products", value: .strings(codes.map(\.text))),
    ]
  ) { change, tenant in try change.remove(codes, fromProductGroup: name, in: tenant) }
}
