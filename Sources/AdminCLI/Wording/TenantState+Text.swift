import Policy

extension Tenant.State: CommandValue {
  /// What people read.
  var title: Text {
    switch self {
    case .registered: Text(zh: "已注册", en: "registered")
    case .profiled: Text(zh: "已提交资料", en: "profile submitted")
    case .bankBound: Text(zh: "已绑定账户", en: "bank account bound")
    case .underReview: Text(zh: "审核中", en: "under review")
    case .rejected: Text(zh: "已驳回", en: "rejected")
    case .supplement: Text(zh: "待补充", en: "supplements asked for")
    case .approved: Text(zh: "已通过", en: "approved")
    case .suspended: Text(zh: "暂停交易", en: "trading suspended")
    case .closed: Text(zh: "已销户", en: "closed")
    }
  }

  /// The code for programs, the words for people.
  var cell: Cell { .phrase(code: rawValue, title) }
}

extension Tenant.Kind {
  /// The code for programs, the words for people.
  var cell: Cell {
    let title =
      switch self {
      case .exchange: Text(zh: "交易所", en: "exchange")
      case .member: Text(zh: "会员", en: "member")
      case .institution: Text(zh: "机构", en: "institution")
      }
    return .phrase(code: rawValue, title)
  }
}

extension AccountState {
  /// What people call it.
  var title: Text {
    switch self {
    case .open: Text(zh: "正常", en: "open")
    case .frozen: Text(zh: "已冻结", en: "frozen")
    case .closed: Text(zh: "已关闭", en: "closed")
    }
  }

  /// The code for programs, the words for people.
  var cell: Cell { .phrase(code: rawValue, title) }
}
