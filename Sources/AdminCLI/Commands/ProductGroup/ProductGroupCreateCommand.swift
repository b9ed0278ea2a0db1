import IAM
import Policy

/// `iamctl product-group create NAME`.
let productGroupCreateCommand = Command(
  "product-group create", Text(zh: "新增产品权限组", en: "Create a product group"), .changes,
  examples: [
    "iamctl product-group create 天然气"
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(new: name)
  return try context.changing(
    tenant, Text(zh: "已新增产品权限组 `\(name)`", en: "created the product group `\(name)`"),
    [(key: "product_group", value: .string(name.text))]
  ) { change, tenant in try change.createProductGroup(name, in: tenant) }
}
