import IAM

/// `iamctl member resume TENANT [--reason R]`.
let memberResumeCommand = Command(
  "member resume", Text(zh: "恢复会员交易", en: "Let a suspended member trade again"), .changes,
  examples: ["iamctl member resume M000001"], memberArgument,
  OptionalOption("--reason", "R", Text(zh: "理由", en: "why"))
) { context, tenant, reason in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.resumeMember(tenant, reason: reason)
  }.output
}
