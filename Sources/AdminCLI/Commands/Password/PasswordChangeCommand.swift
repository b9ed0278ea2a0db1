import IAM

/// `iamctl password change`.
let passwordChangeCommand = Command(
  "password change", Text(zh: "修改登录密码", en: "Change one's login password"), .changes,
  secrets: [
    .existing(Text(zh: "当前登录密码", en: "current login password")),
    .new(Text(zh: "新登录密码", en: "new login password")),
  ],
  examples: ["iamctl password change", "iamctl password change --password-stdin < passwords.txt"]
) { context in
  let registry = try context.registry()
  let identity = try context.identity(noticing: false)
  let given = try context.secrets()
  try registry.changePassword(
    as: identity, current: given[0].secretIfAny(), new: try given[1].secret(),
    dryRun: context.isDryRun)
  try context.notice(for: identity)
  return .message(
    Text(zh: "登录密码已修改，其他会话已结束", en: "login password changed; other sessions have ended"),
    json: ["changed": "login-password"])
}
