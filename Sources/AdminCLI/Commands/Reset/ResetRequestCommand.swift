import IAM
import Policy

/// `iamctl reset request TENANT --reason R`.
let resetRequestCommand = Command(
  "reset request",
  Text(zh: "申请重置会员管理员的密码", en: "Request a new password for a tenant's master"), .changes,
  examples: ["iamctl reset request M000001 --reason 会员来函，管理员遗忘密码"],
  Argument("TENANT", Text(zh: "会员编号", en: "the tenant's code")),
  Option("--reason", "R", Text(zh: "原因", en: "why"))
) { context, tenant, reason in
  let registry = try context.registry()
  let identity = try context.identity()
  guard let code = TenantCode(tenant) else { throw IAMError.notFound(.tenant, tenant) }
  let request = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.requestReset(of: code, reason: reason)
  }
  return .record(
    Field("id", Text(zh: "申请编号", en: "request"), .number(request.id)),
    Field("tenant", Text(zh: "会员编号", en: "tenant"), .text(request.tenant.text)),
    Field("operator", Text(zh: "管理员", en: "master"), .text(request.username.text)),
    Field("state", Text(zh: "状态", en: "state"), request.state.cell),
    Field(
      "expires_at", Text(zh: "复核期限", en: "to be approved by"),
      .time(request.expiresAt.milliseconds)))
}
