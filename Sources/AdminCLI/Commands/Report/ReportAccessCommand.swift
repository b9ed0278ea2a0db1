import IAM
import Policy

/// `iamctl report access [TENANT]`.
let reportAccessCommand = Command(
  "report access",
  Text(zh: "权限报表：谁能做什么、从何而来", en: "Report who can do what, and where it comes from"),
  examples: [
    "iamctl report access", "iamctl report access M000001 --format html > M000001.html",
    "iamctl report access --format csv > access.csv",
  ],
  OptionalArgument(
    "TENANT", Text(zh: "会员编号（仅交易所人员）", en: "the tenant (exchange staff only)")),
  reportFormatOption
) { context, tenant, format in
  let registry = try context.registry(changing: false)
  let code = try TenantCode.named(tenant)
  let (rows, now) = try registry.inquire(as: context.identity()) { inquiry in
    (try inquiry.accessReport(of: code), inquiry.now)
  }
  let subtitle = [tenant, RFC3339.text(now.milliseconds)].compactMap(\.self)
  return .report(
    rows, accessColumns, title: Text(zh: "权限报表", en: "Access report"),
    subtitle: subtitle.joined(separator: " · "), format, in: context.language)
}

private let accessColumns: [Column<AccessRow>] = [
  Column("operator", Text(zh: "操作员", en: "OPERATOR")) { .text($0.username.text) },
  Column("name", Text(zh: "姓名", en: "NAME")) { .text($0.name) },
  Column("state", Text(zh: "状态", en: "STATE")) { $0.state.cell },
  Column("group", Text(zh: "用户组", en: "GROUP")) { .text($0.group.text) },
  Column("menus", Text(zh: "菜单", en: "MENUS")) { .list($0.menus.map(\.text)) },
  Column("products", Text(zh: "产品", en: "PRODUCTS")) { .list($0.products.map(\.text)) },
  Column("accounts", Text(zh: "账号", en: "ACCOUNTS")) { row in
    .list(row.accounts.map { $0.map(\.text) } ?? ["*"])
  },
  Column("source", Text(zh: "来源", en: "SOURCE")) { .text($0.source) },
]

extension Operator.State {
  /// The state as reports show it, in the words of the lists.
  var cell: Cell {
    OperatorListing.State(rawValue: rawValue).map { .phrase(code: rawValue, $0.title) }
      ?? .text(rawValue)
  }
}
