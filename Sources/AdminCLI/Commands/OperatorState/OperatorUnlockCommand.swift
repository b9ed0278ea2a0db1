import IAM
import Policy

/// `iamctl operator unlock USERNAME`.
let operatorUnlockCommand = Command(
  "operator unlock", Text(zh: "解除登录锁定", en: "Lift the lock that failed logins have put on"),
  .changes,
  examples: ["iamctl operator unlock trader-01"],
  Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
  tenantOption
) { context, username, tenant in
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.unlockOperator(username, in: tenant)
  }
  return .message(
    Text(zh: "`\(username)` 已解锁", en: "`\(username)` is unlocked"),
    json: ["operator": .string(username), "locked": false])
}
