import IAM
import Policy

/// `iamctl product-group delete NAME`.
let productGroupDeleteCommand = Command(
  "product-group delete", Text(zh: "删除无人持有的产品权限组", en: "Delete a product group that nobody holds"),
  .destroys,
  examples: ["iamctl product-group delete 天然气 --yes"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .productGroup)
  try context.confirm(
    Text(zh: "删除产品权限组 `\(name)`？", en: "delete the product group `\(name)`?"))
  return try context.changing(
    tenant, Text(zh: "已删除产品权限组 `\(name)`", en: "deleted the product group `\(name)`"),
    [(key: "product_group", value: .string(name.text))]
  ) { change, tenant in try change.deleteProductGroup(name, in: tenant) }
}
