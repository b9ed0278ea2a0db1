import IAM
import Policy

/// `iamctl operator offboard USERNAME --reason R`.
let operatorOffboardCommand = Command(
  "operator offboard", Text(zh: "离职注销", en: "Take everything from an operator who leaves"),
  .destroys,
  examples: [
    "iamctl operator offboard trader-01 --reason 离职",
    "iamctl operator offboard trader-01 --reason 离职 --dry-run",
  ],
  Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
  Option("--reason", "R", Text(zh: "原因", en: "why")),
  tenantOption
) { context, username, reason, tenant in
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  func offboard(dryRun: Bool) throws -> OffboardingPlan {
    try registry.change(as: identity, dryRun: dryRun) { change in
      try change.offboard(username, reason: reason, in: tenant)
    }
  }
  var plan = try offboard(dryRun: true)
  if !context.isDryRun {
    plan.show(on: context.console)
    try context.confirm(
      Text(
        zh: "`\(username)` 将被注销，用户名不再使用。继续吗？",
        en: "`\(username)` will be gone for good, its name never used again. Go on?"))
    plan = try offboard(dryRun: false)
  }
  return plan.output(reason: reason)
}

extension OffboardingPlan {
  /// What is going to be taken away, before the question.
  fileprivate func show(on console: Console) {
    for item in items {
      console.note(item.title + Text(zh: "：", en: ": ") + Text(item.name))
    }
  }

  /// What was taken away.
  fileprivate func output(reason: String) -> Output {
    .record(
      Field("operator", Text(zh: "操作员", en: "operator"), .text(username.text)),
      Field("state", Text(zh: "状态", en: "state"), .text("offboarded")),
      Field("reason", Text(zh: "原因", en: "reason"), .text(reason)),
      Field(
        "removed", Text(zh: "收回", en: "taken away"),
        .value(
          .array(items.map { ["kind": .string($0.kind), "name": .string($0.name)] }),
          shown: items.map { $0.title + Text(" " + $0.name) },
          plain: items.map { "\($0.kind) \($0.name)" }.joined(separator: ","))))
  }
}

extension OffboardingPlan.Item {
  /// What kind of thing it is, in words.
  fileprivate var title: Text {
    switch kind {
    case "menu": Text(zh: "菜单", en: "menu")
    case "product": Text(zh: "交易产品", en: "product")
    case "account": Text(zh: "交易账号", en: "account")
    case "menu-group": Text(zh: "菜单权限组", en: "menu group")
    case "product-group": Text(zh: "产品权限组", en: "product group")
    case "role": Text(zh: "角色", en: "role")
    case "joined-group": Text(zh: "加入的用户组", en: "user group joined")
    case "administered-group": Text(zh: "管理的用户组", en: "user group administered")
    case "session": Text(zh: "会话", en: "session")
    case "credential": Text(zh: "密码", en: "password")
    case "one-time-password": Text(zh: "一次性密码", en: "one-time password")
    case "reset-request": Text(zh: "重置申请", en: "reset request")
    default: Text(kind)
    }
  }
}
