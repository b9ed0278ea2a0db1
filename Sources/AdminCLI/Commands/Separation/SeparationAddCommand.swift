import IAM
import Policy

/// `iamctl separation add NAME ROLE`.
let separationAddCommand = Command(
  "separation add", Text(zh: "职责分离规则加入角色", en: "Put a role into a separation of duty"), .changes,
  examples: ["iamctl separation add 交易结算分离 复核员"],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Argument("ROLE", Text(zh: "角色", en: "the role")), tenantOption
) { context, name, role, tenant in
  let name = try Name(existing: name, .separation)
  let role = try Name(existing: role, .role)
  return try context.changing(
    tenant, Text(zh: "`\(name)` 已加入角色 `\(role)`", en: "`\(role)` is in `\(name)` now"),
    [
      (key: "separation", value: .string(name.text)), (key: "role", value: .string(role.text)),
    ]
  ) { change, tenant in try change.add(role, toSeparation: name, in: tenant) }
}
