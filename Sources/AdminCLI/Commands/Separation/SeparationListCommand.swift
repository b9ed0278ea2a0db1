import IAM
import Policy

/// `iamctl separation list`.
let separationListCommand = Command(
  "separation list", Text(zh: "职责分离规则列表", en: "List separations of duty"),
  examples: ["iamctl separation list"], tenantOption
) { context, tenant in
  let sets = try context.asking(tenant) { inquiry, tenant in
    try inquiry.separations(in: tenant)
  }
  return .table(sets, Column.all)
}

extension Column where Row == Separation {
  fileprivate static var all: [Column] {
    [
      Column("name", Text(zh: "名称", en: "Name")) { .text($0.name.text) },
      Column("kind", Text(zh: "方式", en: "Kind")) {
        .phrase(code: $0.kind.rawValue, $0.kind.title)
      },
      Column("mode", Text(zh: "效力", en: "Mode")) {
        .phrase(code: $0.mode.rawValue, $0.mode.title)
      },
      Column("limit", Text(zh: "上限", en: "Limit")) { .number($0.limit) },
      Column("roles", Text(zh: "角色", en: "Roles")) { .list($0.roles.map(\.text).sorted()) },
    ]
  }
}

extension Separation.Kind {
  /// What people read.
  var title: Text {
    switch self {
    case .static: Text(zh: "静态", en: "static")
    case .dynamic: Text(zh: "动态", en: "dynamic")
    }
  }
}

extension Separation.Mode {
  /// What people read.
  var title: Text {
    switch self {
    case .enforce: Text(zh: "强制", en: "enforced")
    case .record: Text(zh: "仅记录", en: "recorded")
    }
  }
}
