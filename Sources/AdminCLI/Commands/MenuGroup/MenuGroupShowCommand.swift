import IAM
import Policy

/// `iamctl menu-group show NAME`.
let menuGroupShowCommand = Command(
  "menu-group show", Text(zh: "查看菜单权限组", en: "Show a menu group"),
  examples: ["iamctl menu-group show 交易员"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .menuGroup)
  let group = try context.asking(tenant) { inquiry, tenant in
    try inquiry.menuGroup(name, in: tenant)
  }
  return .record(Column.all.map { Field($0.key, $0.heading, $0.cell(group)) })
}
