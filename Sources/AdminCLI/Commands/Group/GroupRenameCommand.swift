import IAM
import Policy

/// `iamctl group rename NAME NEW-NAME`.
let groupRenameCommand = Command(
  "group rename", Text(zh: "用户组改名", en: "Rename a user group"), .changes,
  examples: ["iamctl group rename 交易部 交易部一组"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("NEW-NAME", Text(zh: "新名称", en: "the new name")), tenantOption
) { context, name, newName, tenant in
  let name = try Name(existing: name, .group)
  let newName = try Name(new: newName)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已改名为 `\(newName)`", en: "renamed `\(name)` to `\(newName)`"),
    [(key: "group", value: .string(newName.text))]
  ) { change, tenant in try change.renameGroup(name, to: newName, in: tenant) }
}
