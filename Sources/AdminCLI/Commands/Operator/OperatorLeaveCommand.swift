import IAM
import Policy

/// `iamctl operator leave USERNAME --group G`.
let operatorLeaveCommand = Command(
  "operator leave", Text(zh: "操作员退出用户组", en: "Let an operator leave a group it joined"),
  .changes, examples: ["iamctl operator leave trader-001 --group 夜盘"],
  usernameArgument, groupOption, tenantOption
) { context, username, group, tenant in
  let person = try Username(existing: username)
  let group = try Name(existing: group, .group)
  return try context.changing(
    tenant, Text(zh: "`\(person)` 已退出 `\(group)`", en: "`\(person)` left `\(group)`"),
    [(key: "operator", value: .string(person.text)), (key: "group", value: .string(group.text))]
  ) { change, tenant in try change.leaveGroup(person, group, in: tenant) }
}
