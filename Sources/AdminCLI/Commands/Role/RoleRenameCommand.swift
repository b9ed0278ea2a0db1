import IAM
import Policy

/// `iamctl role rename NAME NEW-NAME`.
let roleRenameCommand = Command(
  "role rename", Text(zh: "角色改名", en: "Rename a role"), .changes,
  examples: ["iamctl role rename 交易员 交易员一组"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("NEW-NAME", Text(zh: "新名称", en: "the new name")), tenantOption
) { context, name, newName, tenant in
  let name = try Name(existing: name, .role)
  let newName = try Name(new: newName)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已改名为 `\(newName)`", en: "renamed `\(name)` to `\(newName)`"),
    [(key: "role", value: .string(newName.text))]
  ) { change, tenant in try change.renameRole(name, to: newName, in: tenant) }
}
