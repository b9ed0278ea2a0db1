import Policy

extension Reason {
  /// What people read.
  var title: Text {
    switch self {
    case .operatorUnknown: Text(zh: "操作员不存在", en: "the operator is unknown")
    case .operatorPending: Text(zh: "操作员尚未启用", en: "the operator is not in use yet")
    case .operatorSuspended: Text(zh: "操作员已停用", en: "the operator is suspended")
    case .operatorLocked: Text(zh: "操作员已锁定", en: "the operator is locked")
    case .operatorOffboarded: Text(zh: "操作员已注销", en: "the operator has been offboarded")
    case .operatorExpired: Text(zh: "操作员已过有效期", en: "the operator's validity has ended")
    case .menuUnknown: Text(zh: "没有这个操作菜单", en: "there is no such action")
    case .productUnknown: Text(zh: "没有这个产品", en: "there is no such product")
    case .accountUnknown: Text(zh: "没有这个账号", en: "there is no such account")
    case .productRequired: Text(zh: "须指明产品", en: "a product must be named")
    case .accountRequired: Text(zh: "须指明账号", en: "an account must be named")
    case .tenantNotApproved: Text(zh: "会员尚未通过审核", en: "the member has not been approved yet")
    case .tenantUnderReview: Text(zh: "会员正在审核中", en: "the member is under review")
    case .tenantSuspended: Text(zh: "会员交易已暂停", en: "the member's trading is suspended")
    case .tenantClosed: Text(zh: "会员已销户", en: "the member is closed")
    case .firstLoginIncomplete: Text(zh: "首次登录步骤未完成", en: "the first-login steps are not done")
    case .outsideEntitlement:
      Text(zh: "交易所未开通", en: "the exchange has not opened it to the member")
    case .outsidePool: Text(zh: "超出用户组权限池", en: "it is outside the user group's pool")
    case .menuNotGranted: Text(zh: "未授予该菜单", en: "the menu is not granted")
    case .productNotGranted: Text(zh: "未授予该产品", en: "the product is not granted")
    case .accountNotGranted: Text(zh: "未授予该账号", en: "the account is not granted")
    case .grantExpired: Text(zh: "授权不在有效期内", en: "the grant is not valid at that time")
    case .accountFrozen: Text(zh: "账号已冻结", en: "the account is frozen")
    case .accountClosed: Text(zh: "账号已关闭", en: "the account is closed")
    case .outsideHours: Text(zh: "不在办理时间内", en: "it is outside the hours")
    case .keyRequired: Text(zh: "须验证密钥盘", en: "a key must be proved")
    case .paymentPasswordNotSet: Text(zh: "支付密码未设置", en: "the payment password is not set")
    case .paymentPasswordRequired:
      Text(zh: "须验证支付密码", en: "the payment password must be verified")
    case .storeUnavailable: Text(zh: "数据库不可用", en: "the store cannot be reached")
    }
  }

  /// Whether it says that the tenant has not come far enough: a conflict with the present state.
  var isTenantStage: Bool {
    switch self {
    case .tenantNotApproved, .tenantUnderReview, .tenantSuspended, .tenantClosed: true
    default: false
    }
  }
}
