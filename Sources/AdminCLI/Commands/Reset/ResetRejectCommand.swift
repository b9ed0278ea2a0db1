import IAM

/// `iamctl reset reject ID --reason R`.
let resetRejectCommand = Command(
  "reset reject", Text(zh: "驳回重置申请", en: "Reject a reset request"), .changes,
  examples: ["iamctl reset reject 7 --reason 材料不全"],
  Argument("ID", Text(zh: "申请编号", en: "the request's number"), as: Int.self),
  Option("--reason", "R", Text(zh: "原因", en: "why"))
) { context, id, reason in
  let registry = try context.registry()
  let identity = try context.identity()
  try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.rejectReset(Int64(id), reason: reason)
  }
  return .message(
    Text(zh: "申请 \(id) 已驳回", en: "request \(id) is rejected"),
    json: ["id": .number(Int64(id)), "state": "rejected"])
}
