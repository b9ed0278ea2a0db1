import IAM

/// `iamctl member apply QUALIFICATION…`.
let memberApplyCommand = Command(
  "member apply", Text(zh: "申请业务资格", en: "Apply for business qualifications"), .changes,
  examples: ["iamctl member apply PNG", "iamctl member apply LNG CNG"],
  RepeatedArgument("QUALIFICATION", Text(zh: "业务资格", en: "PNG, LNG or CNG"))
) { context, qualifications in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.apply(for: qualifications)
  }.output
}
