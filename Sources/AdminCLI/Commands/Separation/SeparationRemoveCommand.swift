import IAM
import Policy

/// `iamctl separation remove NAME ROLE`.
let separationRemoveCommand = Command(
  "separation remove", Text(zh: "职责分离规则移出角色", en: "Take a role out of a separation of duty"),
  .changes,
  examples: ["iamctl separation remove 交易结算分离 复核员"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("ROLE", Text(zh: "角色", en: "the role")), tenantOption
) { context, name, role, tenant in
  let name = try Name(existing: name, .separation)
  let role = try Name(existing: role, .role)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已移出角色 `\(role)`", en: "`\(role)` is no longer in `\(name)`"),
    [
      (key: "separation", value: .string(name.text)), (key: "role", value: .string(role.text)),
    ]
  ) { change, tenant in try change.remove(role, fromSeparation: name, in: tenant) }
}
