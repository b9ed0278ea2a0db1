import IAM
import Policy

/// `iamctl separation create NAME --static|--dynamic --limit N ROLE…`.
let separationCreateCommand = Command(
  "separation create", Text(zh: "新增职责分离规则", en: "Create a separation of duty"), .changes,
  examples: [
    "iamctl separation create 交易结算分离 --static --limit 2 交易员 结算员",
    "iamctl separation create 双岗 --dynamic --limit 2 交易员 复核员",
    "iamctl separation create 试行 --static --limit 2 交易员 结算员 --record",
  ],
  Argument("NAME", Text(zh: "名称", en: "the name")),
  Flag("--static", Text(zh: "按持有的角色", en: "of roles held")),
  Flag("--dynamic", Text(zh: "按会话中启用的角色", en: "of roles active in one session")),
  Option(
    "--limit", "N", Text(zh: "从几个角色起违反", en: "from how many roles on it is violated"),
    as: Int.self),
  RepeatedArgument("ROLE", Text(zh: "角色", en: "a role")),
  Flag("--record", Text(zh: "只记录不拒绝", en: "only report, refuse nothing")), tenantOption
) { context, name, isStatic, isDynamic, limit, roles, isRecording, tenant in
  guard isStatic != isDynamic else {
    throw CommandFailure.usage(
      Text(zh: "须指明 --static 或 --dynamic 之一", en: "name one of --static and --dynamic"))
  }
  let set = Separation(
    name: try Name(new: name), kind: isStatic ? .static : .dynamic,
    mode: isRecording ? .record : .enforce, limit: limit,
    roles: Set(try roles.map { try Name(existing: $0, .role) }))
  return try context.changing(
    tenant, Text(zh: "已新增职责分离规则 `\(name)`", en: "created the separation set `\(name)`"),
    [(key: "separation", value: .string(name))]
  ) { change, tenant in try change.createSeparation(set, in: tenant) }
}
