import IAM
import Policy

/// `iamctl operator move USERNAME --group G`.
let operatorMoveCommand = Command(
  "operator move", Text(zh: "调整操作员所属用户组", en: "Move an operator to another home group"),
  .changes, examples: ["iamctl operator move trader-001 --group 交易二部"],
  usernameArgument, groupOption, tenantOption
) { context, username, group, tenant in
  let person = try Username(existing: username)
  let group = try Name(existing: group, .group)
  return try context.changing(
    tenant, Text(zh: "已将 `\(person)` 调至 `\(group)`", en: "moved `\(person)` to `\(group)`"),
    [(key: "operator", value: .string(person.text)), (key: "group", value: .string(group.text))]
  ) { change, tenant in try change.moveOperator(person, to: group, in: tenant) }
}
