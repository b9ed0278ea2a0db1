import IAM
import Policy

/// `iamctl operator suspend USERNAME`.
let operatorSuspendCommand = Command(
  "operator suspend", Text(zh: "停用操作员", en: "Suspend an operator"), .changes,
  examples: [
    "iamctl operator suspend trader-01", "iamctl operator suspend trader-01 --reason 休假",
  ],
  Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
  OptionalOption("--reason", "R", Text(zh: "原因", en: "why")),
  tenantOption
) { context, username, reason, tenant in
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.suspendOperator(username, reason: reason, in: tenant)
  }
  return .message(
    Text(zh: "`\(username)` 已停用，会话已结束", en: "`\(username)` is suspended; its sessions have ended"),
    json: ["operator": .string(username), "state": "suspended"])
}
