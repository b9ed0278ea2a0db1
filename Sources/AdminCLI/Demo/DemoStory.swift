import IAM

/// The story of the exchange's manual: a member from its registration to a leaver's last day.
enum DemoStory {
  /// The chapters in order.
  static let chapters: [DemoChapter] = [
    setUp, registration, review, accounts, operators, firstLogin, questions, departments, resets,
    leaving, proof,
  ]

  static let setUp = DemoChapter(
    Text(zh: "交易所建立系统", en: "The exchange sets up"),
    [
      DemoStep(
        Text(
          zh: "交易所的第一位工作人员建立数据库。", en: "The first member of the exchange's staff creates the store."
        ),
        "staff", "init exch-admin-1 --exchange-name 重庆石油天然气交易中心", secrets: [staffPassword]),
      DemoStep(nil, "staff", "login exch-admin-1", secrets: [staffPassword]),
    ])

  static let registration = DemoChapter(
    Text(zh: "会员注册（A1–A9）", en: "A member registers (A1–A9)"),
    [
      DemoStep(
        Text(
          zh: "企业自行注册，注册人成为主账号。", en: "An enterprise registers; whoever registers is its master."),
        "master", "member register --file ⟨folder⟩/registration.json", secrets: [masterPassword],
        expect: .gives("state", "registered")),
      DemoStep(nil, "master", "login sanxia-gas", secrets: [masterPassword]),
      DemoStep(
        Text(
          zh: "顺序不能颠倒：先资料，后绑定，再申请。", en: "Steps have an order: profile, bank account, application."),
        "master", "member bank bind --bank 工商银行 --account-no 6222020200112233 --holder 山城天然气有限公司",
        expect: .fails("profile-missing", .conflict)),
      DemoStep(nil, "master", "member profile set --file ⟨folder⟩/profile.json"),
      DemoStep(
        nil, "master", "member profile set --file ⟨folder⟩/profile.json",
        expect: .fails("profile-submitted", .conflict)),
      DemoStep(
        nil, "master", "member apply PNG", expect: .fails("bank-missing", .conflict)),
      DemoStep(
        Text(
          zh: "绑定自有资金账户会结束会话，须重新登录。", en: "Binding a bank account ends the session: log in again."),
        "master", "member bank bind --bank 工商银行 --account-no 6222020200112233 --holder 山城天然气有限公司"),
      DemoStep(nil, "master", "whoami", expect: .fails("not-logged-in", .notPermitted)),
      DemoStep(nil, "master", "login sanxia-gas", secrets: [masterPassword]),
      DemoStep(nil, "master", "member apply PNG"),
    ])

  static let review = DemoChapter(
    Text(zh: "交易所审核（A10）", en: "The exchange reviews (A10)"),
    [
      DemoStep(
        Text(zh: "审核期间不能交易，也不能开户。", en: "While under review nothing can be traded or opened."),
        "master", "account open --market gas", expect: .fails("tenant-under-review", .conflict)),
      DemoStep(nil, "staff", "member list --state under-review"),
      DemoStep(nil, "staff", "member approve M000001"),
    ])

  static let accounts = DemoChapter(
    Text(zh: "交易账号与支付密码（A11、A13）", en: "Trading account and payment password (A11, A13)"),
    [
      DemoStep(
        Text(
          zh: "系统同时生成交易账号和交易结算账户。",
          en: "The system makes the trading and the settlement account together."),
        "master", "account open --market gas", expect: .gives("account", "T000001-GAS-01")),
      DemoStep(nil, "master", "payment-password set", secrets: [masterPayment]),
      DemoStep(nil, "master", "payment-password verify", secrets: [masterPayment]),
    ])

  static let operators = DemoChapter(
    Text(zh: "操作员与权限组（B1–B6）", en: "Operators and permission groups (B1–B6)"),
    [
      DemoStep(
        Text(
          zh: "权限组用推荐的两套：交易交收员和结算员。", en: "The two recommended groups: trader and settlement clerk."
        ),
        "master", "menu-group create 交易交收员 --preset trader"),
      DemoStep(nil, "master", "menu-group create 结算员 --preset settlement"),
      DemoStep(nil, "master", "product-group create 管道气"),
      DemoStep(nil, "master", "product-group add 管道气 PNG"),
      DemoStep(
        nil, "master", "operator create trader-001 --name 张三",
        remember: (key: "one_time_password", name: "trader")),
      DemoStep(
        nil, "master", "operator create clerk-001 --name 李四",
        remember: (key: "one_time_password", name: "clerk")),
      DemoStep(
        Text(zh: "勾选：菜单组、产品组、交易账号。", en: "Tick menu group, product group and account."),
        "master",
        "operator assign trader-001 --menu-group 交易交收员 --product-group 管道气 --account T000001-GAS-01"
      ),
      DemoStep(
        nil, "master", "operator assign clerk-001 --menu-group 结算员 --account T000001-GAS-01"),
      DemoStep(
        Text(zh: "没有开通的，谁也授不出去。", en: "What the exchange has not opened, nobody can give."),
        "master", "operator assign trader-001 --product LNG",
        expect: .fails("outside-entitlement", .notPermitted)),
    ])
}

extension DemoStory {
  static let staffPassword = "Hx7!rWq2#nLp9-Vd"
  static let secondStaffPassword = "Bz6#mTc9!yKw4-Rj"
  static let masterPassword = "Tm5#kYz8!cRb3-Qf"
  static let newMasterPassword = "Nf8!vGx3#sDk7-Wp"
  static let masterPayment = "Lc4#jZn7!xVt9-Hb"
  static let newMasterPayment = "Rk6#wQd2!bYs8-Tn"
  static let traderPassword = "Jd9!wNs4#vXg6"
  static let traderPayment = "Pq3#zHt7!mKc8"
}
