import IAM
import Policy

/// `iamctl product-group rename NAME NEW-NAME`.
let productGroupRenameCommand = Command(
  "product-group rename", Text(zh: "产品权限组改名", en: "Rename a product group"), .changes,
  examples: ["iamctl product-group rename 天然气 天然气一组"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("NEW-NAME", Text(zh: "新名称", en: "the new name")), tenantOption
) { context, name, newName, tenant in
  let name = try Name(existing: name, .productGroup)
  let newName = try Name(new: newName)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已改名为 `\(newName)`", en: "renamed `\(name)` to `\(newName)`"),
    [(key: "product_group", value: .string(newName.text))]
  ) { change, tenant in try change.renameProductGroup(name, to: newName, in: tenant) }
}
