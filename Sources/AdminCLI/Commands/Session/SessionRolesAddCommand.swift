import IAM
import Policy

/// `iamctl session roles add ROLE`.
let sessionRolesAddCommand = Command(
  "session roles add", Text(zh: "激活角色", en: "Make a role active in this session"), .changes,
  examples: ["iamctl session roles add 交易员"],
  Argument("ROLE", Text(zh: "角色名称", en: "the role"))
) { context, role in
  let registry = try context.registry()
  let identity = try context.identity()
  let roles = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.addActiveRole(role)
  }
  return .message(
    Text(
      zh: "会话中的角色：" + roles.map(\.text).joined(separator: "、"),
      en: "roles active: " + roles.map(\.text).joined(separator: ", ")),
    json: ["roles": .array(roles.map { .string($0.text) })])
}
