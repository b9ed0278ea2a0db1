import IAM

/// `iamctl member close TENANT --reason R`.
let memberCloseCommand = Command(
  "member close", Text(zh: "会员销户", en: "Close a member for good"), .destroys,
  examples: ["iamctl member close M000001 --reason 退出市场"], memberArgument, reasonOption
) { context, tenant, reason in
  let identity = try context.identity()
  try context.confirm(
    Text(
      zh: "将会员 `\(tenant)` 永久销户？", en: "close the member `\(tenant)` for good?"))
  return try context.registry().change(as: identity, dryRun: context.isDryRun) {
    try $0.closeMember(tenant, reason: reason)
  }.output
}
