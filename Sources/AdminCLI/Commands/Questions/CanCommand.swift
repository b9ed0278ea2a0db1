import IAM
import Policy

/// `iamctl can USERNAME`.
let canCommand = Command(
  "can", Text(zh: "列出操作员能做的全部操作", en: "List what an operator can do"),
  examples: ["iamctl can trader-001", "iamctl can trader-001 --json"],
  Argument("USERNAME", QuestionText.username), tenantOption
) { context, username, tenant in
  let abilities = try context.registry(changing: false).inquire(as: context.identity()) {
    try $0.can(username, in: try TenantCode.named(tenant))
  }
  return .abilities(abilities)
}

extension Output {
  /// What an operator can do, a row an action.
  static func abilities(_ abilities: [Ability]) -> Output {
    .table(
      abilities,
      [
        Column("menu", Text(zh: "菜单", en: "menu")) { .text($0.menu.text) },
        Column("products", Text(zh: "产品", en: "products")) { .list($0.products.map(\.text)) },
        Column("accounts", Text(zh: "账号", en: "accounts")) { .list($0.accounts.texts) },
        Column("source", Text(zh: "来源", en: "source")) {
          .phrase(code: $0.source.text, $0.source.title)
        },
        Column("payment", Text(zh: "支付密码", en: "payment password")) {
          .bool($0.asksForPayment)
        },
      ])
  }

  /// Who can do something.
  static func candidates(_ candidates: [Candidate]) -> Output {
    .table(
      candidates,
      [
        Column("operator", Text(zh: "操作员", en: "operator")) { .text($0.username.text) },
        Column("name", Text(zh: "姓名", en: "name")) { .text($0.name) },
      ])
  }
}
