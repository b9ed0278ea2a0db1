import IAM

/// `iamctl reset approve ID`.
let resetApproveCommand = Command(
  "reset approve",
  Text(zh: "复核重置申请并生成一次性密码", en: "Approve a reset request: gives a one-time password"), .changes,
  examples: ["iamctl reset approve 7"],
  Argument("ID", Text(zh: "申请编号", en: "the request's number"), as: Int.self)
) { context, id in
  let registry = try context.registry()
  let identity = try context.identity()
  let issued = try registry.drawPassword()
  return try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.approveReset(Int64(id), to: issued)
  }.output(in: context)
}
