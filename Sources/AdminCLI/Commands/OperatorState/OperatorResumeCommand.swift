import IAM
import Policy

/// `iamctl operator resume USERNAME`.
let operatorResumeCommand = Command(
  "operator resume", Text(zh: "恢复操作员", en: "Bring a suspended operator back"), .changes,
  examples: ["iamctl operator resume trader-01"],
  Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
  tenantOption
) { context, username, tenant in
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  let state = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.resumeOperator(username, in: tenant)
  }
  return .message(
    Text(zh: "`\(username)` 已恢复", en: "`\(username)` is back"),
    json: ["operator": .string(username), "state": .string(state.rawValue)])
}
