import IAM

extension Noun {
  /// What people call it.
  var title: Text {
    switch self {
    case .tenant: Text(zh: "会员", en: "tenant")
    case .account: Text(zh: "交易账号", en: "account")
    case .market: Text(zh: "市场", en: "market")
    case .qualification: Text(zh: "业务资格", en: "qualification")
    case .operator: Text(zh: "操作员", en: "operator")
    case .menu: Text(zh: "菜单", en: "menu")
    case .product: Text(zh: "交易产品", en: "product")
    case .menuGroup: Text(zh: "菜单权限组", en: "menu group")
    case .productGroup: Text(zh: "产品权限组", en: "product group")
    case .role: Text(zh: "角色", en: "role")
    case .group: Text(zh: "用户组", en: "user group")
    case .separation: Text(zh: "职责分离规则", en: "separation set")
    case .session: Text(zh: "会话", en: "session")
    case .resetRequest: Text(zh: "重置申请", en: "reset request")
    case .application: Text(zh: "资格申请", en: "application")
    case .preset: Text(zh: "推荐权限组", en: "preset")
    case .auditEntry: Text(zh: "审计记录", en: "audit row")
    }
  }
}
