import IAM
import Policy

/// `iamctl separation check`.
let separationCheckCommand = Command(
  "separation check",
  Text(zh: "检查当前违反职责分离的情况", en: "Find present violations of separations of duty"),
  examples: ["iamctl separation check", "iamctl separation check --json"], tenantOption
) { context, tenant in
  let violations = try context.asking(tenant) { inquiry, tenant in
    try inquiry.separationViolations(in: tenant)
  }
  return Output.table(violations, Column.all).answering(violations.isEmpty)
}

extension Column where Row == SeparationViolation {
  fileprivate static var all: [Column] {
    [
      Column("separation", Text(zh: "规则", en: "Set")) { .text($0.separation.text) },
      Column("kind", Text(zh: "方式", en: "Kind")) {
        .phrase(code: $0.kind.rawValue, $0.kind.title)
      },
      Column("mode", Text(zh: "效力", en: "Mode")) {
        .phrase(code: $0.mode.rawValue, $0.mode.title)
      },
      Column("operator", Text(zh: "操作员", en: "Operator")) { .text($0.username.text) },
      Column("session", Text(zh: "会话", en: "Session")) { .number($0.session.map(Int.init)) },
      Column("roles", Text(zh: "角色", en: "Roles")) { .list($0.roles.map(\.text)) },
    ]
  }
}
