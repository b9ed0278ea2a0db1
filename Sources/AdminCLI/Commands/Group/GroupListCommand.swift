import IAM
import Policy

/// `iamctl group list`.
let groupListCommand = Command(
  "group list", Text(zh: "用户组列表（树）", en: "List the tree of user groups"),
  examples: ["iamctl group list", "iamctl group list --json"], tenantOption
) { context, tenant in
  let groups = try context.asking(tenant) { inquiry, tenant in try inquiry.groups(in: tenant) }
  let isTree = context.console.terminal.isOutput && !context.console.json
  return .table(groups, Column.columns(indented: isTree))
}

extension Column where Row == GroupListing {
  /// The columns of `group list`; names are indented by their depth for people only.
  static func columns(indented: Bool) -> [Column] {
    [
      Column("name", Text(zh: "名称", en: "Name")) { group in
        .text(
          indented
            ? String(repeating: "  ", count: group.depth) + group.name.text : group.name.text)
      },
      Column("parent", Text(zh: "上级", en: "Above")) { .text($0.parent?.text) },
      Column("depth", Text(zh: "层级", en: "Depth")) { .number($0.depth) },
      Column("admins", Text(zh: "管理员", en: "Administrators")) {
        .list($0.administrators.map(\.text))
      },
      Column("members", Text(zh: "成员数", en: "Members")) { .number($0.memberCount) },
    ]
  }
}
