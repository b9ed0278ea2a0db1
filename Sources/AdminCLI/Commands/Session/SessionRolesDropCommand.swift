import IAM
import Policy

/// `iamctl session roles drop ROLE`.
let sessionRolesDropCommand = Command(
  "session roles drop", Text(zh: "停用会话中的角色", en: "Make a role inactive in this session"), .changes,
  examples: ["iamctl session roles drop 交易员"],
  Argument("ROLE", Text(zh: "角色名称", en: "the role"))
) { context, role in
  let registry = try context.registry()
  let identity = try context.identity()
  let roles = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.dropActiveRole(role)
  }
  return .message(
    Text(
      zh: "会话中的角色：" + roles.map(\.text).joined(separator: "、"),
      en: "roles active: " + roles.map(\.text).joined(separator: ", ")),
    json: ["roles": .array(roles.map { .string($0.text) })])
}
