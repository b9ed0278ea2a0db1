import IAM
import Policy

/// `iamctl menu-group list`.
let menuGroupListCommand = Command(
  "menu-group list", Text(zh: "菜单权限组列表", en: "List menu groups"),
  examples: ["iamctl menu-group list", "iamctl menu-group list --json"], tenantOption
) { context, tenant in
  let groups = try context.asking(tenant) { inquiry, tenant in
    try inquiry.menuGroups(in: tenant)
  }
  return .table(groups, Column.all)
}

extension Column where Row == MenuGroupListing {
  /// The columns of `menu-group list`.
  static var all: [Column] {
    [
      Column("name", Text(zh: "名称", en: "Name")) { .text($0.name.text) },
      Column("menus", Text(zh: "菜单", en: "Menus")) {
        .list($0.menus.map(\.text))
      },
      Column("held_by", Text(zh: "持有者", en: "Held by")) { .list($0.holders.map(\.text)) },
    ]
  }
}
