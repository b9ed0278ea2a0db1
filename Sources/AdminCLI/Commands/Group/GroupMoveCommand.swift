import IAM
import Policy

/// `iamctl group move NAME --parent G`.
let groupMoveCommand = Command(
  "group move", Text(zh: "调整上级用户组", en: "Hang a user group under another one"), .changes,
  examples: ["iamctl group move 夜盘 --parent 交易二部"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Option("--parent", "G", Text(zh: "上级用户组", en: "the group above")), tenantOption
) { context, name, parent, tenant in
  let name = try Name(existing: name, .group)
  let parent = try Name(existing: parent, .group)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已调至 `\(parent)` 之下", en: "moved `\(name)` below `\(parent)`"),
    [(key: "group", value: .string(name.text)), (key: "parent", value: .string(parent.text))]
  ) { change, tenant in try change.moveGroup(name, below: parent, in: tenant) }
}
