import IAM

/// `iamctl member approve TENANT`.
let memberApproveCommand = Command(
  "member approve", Text(zh: "审核通过", en: "Approve what a member has applied for"), .changes,
  examples: ["iamctl member approve M000001"], memberArgument
) { context, tenant in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.approveMember(tenant)
  }.output
}
