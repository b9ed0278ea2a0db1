import IAM
import Policy

/// `iamctl role list`.
let roleListCommand = Command(
  "role list", Text(zh: "角色列表", en: "List roles"),
  examples: ["iamctl role list", "iamctl role list --json"], tenantOption
) { context, tenant in
  let roles = try context.asking(tenant) { inquiry, tenant in try inquiry.roles(in: tenant) }
  return .table(roles, Column.all)
}

extension Column where Row == RoleListing {
  /// The columns of `role list`.
  static var all: [Column] {
    [
      Column("name", Text(zh: "名称", en: "Name")) { .text($0.name.text) },
      Column("menus", Text(zh: "菜单", en: "Menus")) { .list($0.menus.map(\.text)) },
      Column("products", Text(zh: "产品", en: "Products")) { .list($0.products.map(\.text)) },
      Column("accounts", Text(zh: "交易账号", en: "Accounts")) { .list($0.accounts) },
      Column("roles", Text(zh: "包含角色", en: "Includes")) { .list($0.includes.map(\.text)) },
      Column("held_by", Text(zh: "持有者", en: "Held by")) { .list($0.holders.map(\.text)) },
    ]
  }
}
