import IAM
import Policy

extension TenantStanding {
  /// Where the tenant stands now.
  var output: Output {
    .record(
      Field("tenant", Text(zh: "会员", en: "tenant"), .text(tenant.text)),
      Field("state", Text(zh: "状态", en: "state"), state.cell))
  }
}

extension OpenedModules {
  /// What is open to the tenant now.
  var output: Output {
    .record([Field("tenant", Text(zh: "会员", en: "tenant"), .text(tenant.text))] + fields)
  }

  /// The two lists.
  var fields: [Field] {
    [
      Field("menus", Text(zh: "已开通菜单", en: "menus open"), .list(menus.map(\.text))),
      Field("products", Text(zh: "已开通产品", en: "products open"), .list(products.map(\.text))),
    ]
  }
}

/// The member that staff name, as the first argument.
let memberArgument = Argument("TENANT", Text(zh: "会员编号", en: "the member's code"))

/// The member that staff name; others are always themselves.
let ownOrNamedMember = OptionalArgument(
  "TENANT", Text(zh: "会员编号（仅交易所人员）", en: "the member's code (exchange staff only)"))

/// Why, for the member and the audit trail.
let reasonOption = Option("--reason", "R", Text(zh: "理由", en: "why"))
