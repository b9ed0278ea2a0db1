import IAM

/// `iamctl member supplement TENANT --reason R`.
let memberSupplementCommand = Command(
  "member supplement", Text(zh: "要求补充材料", en: "Ask a member for supplements"), .changes,
  examples: ["iamctl member supplement M000001 --reason 补充营业执照"], memberArgument, reasonOption
) { context, tenant, reason in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.askForSupplement(tenant, reason: reason)
  }.output
}
