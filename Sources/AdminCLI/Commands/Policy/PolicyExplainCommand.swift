import IAM
import Policy

/// `iamctl policy explain USERNAME`.
let policyExplainCommand = Command(
  "policy explain",
  Text(zh: "说明某操作员的口令规则及其来源", en: "Show the password rules of an operator, and who asks for each"),
  examples: ["iamctl policy explain trader-01"],
  Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
  tenantOption
) { context, username, tenant in
  let registry = try context.registry(changing: false)
  let tenant = try TenantCode.named(tenant)
  let rules = try registry.inquire(as: try context.identity()) {
    try $0.explainPasswordPolicy(for: username, in: tenant)
  }
  return .table(
    rules,
    [
      Column("key", Text(zh: "规则", en: "rule")) { .text($0.rule.rawValue) },
      Column("value", Text(zh: "取值", en: "value")) { .number($0.effective?.value) },
      Column("origin", Text(zh: "来源", en: "origin")) { .text($0.effective?.origin.code) },
      Column("meaning", Text(zh: "含义", en: "meaning")) {
        .phrase(code: $0.rule.wording.en, Text($0.rule.wording))
      },
    ])
}
