import IAM
import Policy

/// `iamctl group admin NAME --add U | --remove U`.
let groupAdminCommand = Command(
  "group admin", Text(zh: "任免用户组管理员", en: "Appoint or dismiss an administrator of a group"),
  .changes,
  examples: [
    "iamctl group admin 交易部 --add admin-001", "iamctl group admin 交易部 --remove admin-001",
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  OptionalOption("--add", "U", Text(zh: "任命", en: "the operator to appoint")),
  OptionalOption("--remove", "U", Text(zh: "免去", en: "the administrator to dismiss")), tenantOption
) { context, name, added, removed, tenant in
  let name = try Name(existing: name, .group)
  guard (added == nil) != (removed == nil), let person = added ?? removed else {
    throw CommandFailure.usage(
      Text(zh: "须指明 --add 或 --remove 之一", en: "name one of --add and --remove"))
  }
  let username = try Username(existing: person)
  let isAppointed = added != nil
  return try context.changing(
    tenant,
    isAppointed
      ? Text(zh: "`\(username)` 已任 `\(name)` 管理员", en: "`\(username)` administers `\(name)`")
      : Text(
        zh: "`\(username)` 不再管理 `\(name)`", en: "`\(username)` no longer administers `\(name)`"),
    [(key: "group", value: .string(name.text)), (key: "operator", value: .string(username.text))]
  ) { change, tenant in
    isAppointed
      ? try change.appoint(username, administering: name, in: tenant)
      : try change.dismiss(username, administering: name, in: tenant)
  }
}
