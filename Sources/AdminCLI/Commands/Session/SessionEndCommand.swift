import IAM
import Policy

/// `iamctl session end ID | --operator U`.
let sessionEndCommand = Command(
  "session end", Text(zh: "结束会话", en: "End a session, or all of an operator"), .changes,
  examples: ["iamctl session end 42", "iamctl session end --operator trader-01"],
  OptionalArgument("ID", Text(zh: "会话编号", en: "the session's number"), as: Int.self),
  OptionalOption("--operator", "U", Text(zh: "该操作员的全部会话", en: "all sessions of this operator")),
  tenantOption
) { context, id, username, tenant in
  guard (id == nil) != (username == nil) else {
    throw CommandFailure.usage(
      Text(zh: "须给出会话编号或 --operator 之一", en: "name either a session or --operator"))
  }
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  let count = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    if let username { return try change.endSessions(ofOperator: username, in: tenant) }
    try change.endSession(Int64(id ?? 0))
    return 1
  }
  return .message(
    Text(zh: "已结束 \(count) 个会话", en: "\(count) session(s) ended"),
    json: ["ended": .number(Int64(count))])
}
