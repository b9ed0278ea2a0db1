import IAM
import Policy

/// `iamctl group create NAME`.
let groupCreateCommand = Command(
  "group create", Text(zh: "新增用户组", en: "Create a user group"), .changes,
  examples: ["iamctl group create 交易部", "iamctl group create 夜盘 --parent 交易部"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  OptionalOption("--parent", "G", Text(zh: "上级用户组", en: "the group above")),
  tenantOption
) { context, name, parent, tenant in
  let name = try Name(new: name)
  let parent = try parent.map { try Name(existing: $0, .group) }
  return try context.changing(
    tenant, Text(zh: "已新增用户组 `\(name)`", en: "created the user group `\(name)`"),
    [(key: "group", value: .string(name.text))]
  ) { change, tenant in try change.createGroup(name, parent: parent, in: tenant) }
}
