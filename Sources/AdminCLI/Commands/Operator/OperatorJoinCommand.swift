import IAM
import Policy

/// `iamctl operator join USERNAME --group G`.
let operatorJoinCommand = Command(
  "operator join", Text(zh: "操作员加入用户组", en: "Let an operator join a further group"), .changes,
  examples: ["iamctl operator join trader-001 --group 夜盘"],
  usernameArgument, groupOption, tenantOption
) { context, username, group, tenant in
  let person = try Username(existing: username)
  let group = try Name(existing: group, .group)
  return try context.changing(
    tenant, Text(zh: "`\(person)` 已加入 `\(group)`", en: "`\(person)` joined `\(group)`"),
    [(key: "operator", value: .string(person.text)), (key: "group", value: .string(group.text))]
  ) { change, tenant in try change.joinGroup(person, group, in: tenant) }
}
