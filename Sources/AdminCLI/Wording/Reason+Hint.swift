import Policy

extension Reason {
  /// What would cure it.
  var hint: Text? {
    switch self {
    case .operatorUnknown: Text(zh: "检查用户名", en: "check the username")
    case .operatorPending:
      Text(
        zh: "由管理员运行 `iamctl operator reset-password`",
        en: "an administrator runs `iamctl operator reset-password`")
    case .operatorSuspended: Text(zh: "由管理员恢复", en: "an administrator resumes it")
    case .operatorLocked:
      Text(zh: "等待解锁或由管理员解锁", en: "wait, or ask an administrator to unlock it")
    case .operatorOffboarded, .operatorExpired, .tenantClosed, .accountClosed: nil
    case .menuUnknown:
      Text(zh: "用 `iamctl catalog menus` 查看", en: "see `iamctl catalog menus`")
    case .productUnknown, .productRequired:
      Text(
        zh: "用 --product 指明，见 `iamctl catalog products`",
        en: "name it with --product; see `iamctl catalog products`")
    case .accountUnknown, .accountRequired:
      Text(
        zh: "用 --account 指明，见 `iamctl account list`",
        en: "name it with --account; see `iamctl account list`")
    case .tenantNotApproved, .tenantUnderReview, .tenantSuspended: tenantHint
    case .firstLoginIncomplete:
      Text(zh: "运行 `iamctl setup`", en: "run `iamctl setup`")
    case .outsideEntitlement:
      Text(
        zh: "由交易所用 `iamctl member entitle` 开通；交易所人员办理会员事务须指明会员",
        en: "the exchange opens it with `iamctl member entitle`; staff name the member they act for"
      )
    case .outsidePool:
      Text(zh: "由上级管理员扩大权限池", en: "an administrator above widens the pool")
    case .menuNotGranted, .productNotGranted, .accountNotGranted, .grantExpired:
      Text(
        zh: "由管理员用 `iamctl operator assign` 授予",
        en: "an administrator grants it with `iamctl operator assign`")
    default: sessionHint
    }
  }

  /// What comes next for the member.
  private var tenantHint: Text? {
    switch self {
    case .tenantNotApproved:
      Text(
        zh: "依次完成：`iamctl member profile set`、`iamctl member bank bind`、"
          + "`iamctl member apply`，再等待交易所审核",
        en: "in this order: `iamctl member profile set`, `iamctl member bank bind`, "
          + "`iamctl member apply`; then the exchange decides")
    case .tenantUnderReview:
      Text(
        zh: "等待交易所审核（`iamctl member approve`）",
        en: "the exchange decides first, with `iamctl member approve`")
    case .tenantSuspended: Text(zh: "联系交易所", en: "contact the exchange")
    default: nil
    }
  }

  /// What the caller itself can cure, now or later.
  private var sessionHint: Text? {
    switch self {
    case .accountFrozen: Text(zh: "由冻结方解冻", en: "whoever froze it unfreezes it")
    case .outsideHours:
      Text(zh: "北京时间 09:15:00–15:15:00 办理", en: "open 09:15:00–15:15:00 Beijing time")
    case .keyRequired: Text(zh: "插入密钥盘后重试", en: "insert the key and try again")
    case .paymentPasswordNotSet:
      Text(zh: "运行 `iamctl payment-password set`", en: "run `iamctl payment-password set`")
    case .paymentPasswordRequired:
      Text(zh: "运行 `iamctl payment-password verify`", en: "run `iamctl payment-password verify`")
    case .storeUnavailable: Text(zh: "检查数据库文件", en: "check the database file")
    default: nil
    }
  }
}
