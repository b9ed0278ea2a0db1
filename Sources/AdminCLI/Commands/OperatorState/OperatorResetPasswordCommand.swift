import IAM
import Policy

/// `iamctl operator reset-password USERNAME`.
let operatorResetPasswordCommand = Command(
  "operator reset-password", Text(zh: "重置操作员密码", en: "Give an operator a one-time password"),
  .changes,
  examples: ["iamctl operator reset-password trader-01"],
  Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
  tenantOption
) { context, username, tenant in
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  let issued = try registry.drawPassword()
  return try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.resetPassword(of: username, to: issued, in: tenant)
  }.output(in: context)
}
