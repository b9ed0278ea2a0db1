import IAM
import Policy

/// `iamctl group show NAME`.
let groupShowCommand = Command(
  "group show", Text(zh: "查看用户组", en: "Show a user group"),
  examples: ["iamctl group show 交易部", "iamctl group show 交易部 --json"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .group)
  let group = try context.asking(tenant) { inquiry, tenant in
    try inquiry.group(name, in: tenant)
  }
  return .record(group.fields)
}

extension GroupDetails {
  fileprivate var fields: [Field] {
    [
      Field("name", Text(zh: "名称", en: "Name"), .text(listing.name.text)),
      Field("parent", Text(zh: "上级", en: "Above"), .text(listing.parent?.text)),
      Field("made_by", Text(zh: "创建人", en: "Made by"), .text(maker)),
      Field(
        "admins", Text(zh: "管理员", en: "Administrators"),
        .list(listing.administrators.map(\.text))),
      Field("members", Text(zh: "成员", en: "Members"), .list(members.map(\.text))),
      Field("groups", Text(zh: "下级用户组", en: "Groups below"), .list(subgroups.map(\.text))),
      Field(
        "pool", Text(zh: "权限池", en: "Pool"),
        .value(pool?.json ?? "all", shown: pool?.lines ?? [everything])),
      handed("roles", .role, Text(zh: "角色", en: "Roles")),
      handed("menu_groups", .menuGroup, Text(zh: "菜单权限组", en: "Menu groups")),
      handed("product_groups", .productGroup, Text(zh: "产品权限组", en: "Product groups")),
      handed("accounts", .account, Text(zh: "交易账号", en: "Accounts")),
    ]
  }

  private var maker: String? {
    switch madeBy {
    case .program: "ADMIN"
    case .operator(let username): username.text
    case .unseen: nil
    }
  }

  private var everything: Text {
    Text(zh: "不另设限：以上级为限", en: "no limit of its own: that of the group above")
  }

  private func handed(_ key: String, _ noun: Noun, _ label: Text) -> Field {
    Field(key, label, .list(handsDown.filter { $0.noun == noun }.map(\.name)))
  }
}

extension PoolListing {
  fileprivate var json: JSONValue {
    [
      "menus": .strings(menus.map(\.text)), "products": .strings(products.map(\.text)),
      "accounts": .strings(accounts),
    ]
  }

  /// A line a side; an empty side lets nothing through.
  fileprivate var lines: [Text] {
    [
      (Text(zh: "菜单", en: "menus"), menus.map(\.text)),
      (Text(zh: "交易产品", en: "products"), products.map(\.text)),
      (Text(zh: "交易账号", en: "accounts"), accounts),
    ].map { title, codes in
      let listing = codes.isEmpty ? "-" : codes.joined(separator: ", ")
      return Text(zh: "\(title.zh)：\(listing)", en: "\(title.en): \(listing)")
    }
  }
}
