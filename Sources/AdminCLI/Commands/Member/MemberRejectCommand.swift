import IAM

/// `iamctl member reject TENANT --reason R`.
let memberRejectCommand = Command(
  "member reject", Text(zh: "审核驳回", en: "Reject what a member has applied for"), .changes,
  examples: ["iamctl member reject M000001 --reason 证件不清"], memberArgument, reasonOption
) { context, tenant, reason in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.rejectMember(tenant, reason: reason)
  }.output
}
