import IAM
import Policy

extension OperatorListing.State: CommandValue {
  /// What people read.
  var title: Text {
    switch self {
    case .pending: Text(zh: "待启用", en: "pending")
    case .active: Text(zh: "正常", en: "active")
    case .suspended: Text(zh: "已停用", en: "suspended")
    case .locked: Text(zh: "已锁定", en: "locked")
    case .expired: Text(zh: "已过期", en: "expired")
    case .offboarded: Text(zh: "已注销", en: "offboarded")
    }
  }
}

extension Column where Row == OperatorListing {
  /// The columns of `operator list`.
  static var all: [Column] {
    [
      Column("username", Text(zh: "用户名", en: "Username")) { .text($0.username.text) },
      Column("name", Text(zh: "姓名", en: "Name")) { .text($0.name) },
      Column("group", Text(zh: "用户组", en: "Group")) { .text($0.group.text) },
      Column("state", Text(zh: "状态", en: "State")) {
        .phrase(code: $0.state.rawValue, $0.state.title)
      },
      Column("master", Text(zh: "主账号", en: "Master")) { .bool($0.isMaster) },
      Column("last_login_at", Text(zh: "上次登录", en: "Last login")) {
        .time($0.lastLoginAt?.milliseconds)
      },
      Column("created_at", Text(zh: "创建时间", en: "Created")) {
        .time($0.createdAt.milliseconds)
      },
      Column("valid_until", Text(zh: "有效期至", en: "Valid until")) {
        .time($0.validity.until?.milliseconds)
      },
    ]
  }
}
