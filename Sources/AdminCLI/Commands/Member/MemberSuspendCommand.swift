import IAM

/// `iamctl member suspend TENANT --reason R`.
let memberSuspendCommand = Command(
  "member suspend", Text(zh: "暂停会员交易", en: "Suspend a member's trading"), .changes,
  examples: ["iamctl member suspend M000001 --reason 保证金不足"], memberArgument, reasonOption
) { context, tenant, reason in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.suspendMember(tenant, reason: reason)
  }.output
}
