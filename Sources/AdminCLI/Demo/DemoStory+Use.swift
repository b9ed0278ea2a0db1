import IAM

extension DemoStory {
  private static let listing =
    "trade.listing.create --product PNG.SH.D1 --account T000001-GAS-01"

  static let firstLogin = DemoChapter(
    Text(zh: "首次登录（C8）", en: "First login (C8)"),
    [
      DemoStep(
        Text(
          zh: "首次登录步骤完成之前，除安全中心外一律不允许。",
          en: "Before the first-login steps are done, only the security centre is open."),
        "master", "check trader-001 \(listing) --payment-verified",
        expect: .no("first-login-incomplete")),
      DemoStep(nil, "master", "check trader-001 member-center.user-info.security"),
      DemoStep(
        Text(zh: "红色提示框一直显示到两步完成。", en: "The red notice shows until both steps are done."),
        "trader", "login trader-001", secrets: ["⟨trader⟩"],
        expect: .gives("never_used", true)),
      DemoStep(
        nil, "trader", "setup", secrets: ["⟨trader⟩", traderPassword, traderPayment]),
      DemoStep(
        nil, "trader", "login trader-001", secrets: [traderPassword],
        expect: .gives("pending", [])),
    ])

  static let questions = DemoChapter(
    Text(zh: "权限问答", en: "Questions and answers"),
    [
      DemoStep(
        nil, "trader", "check trader-001 \(listing)", expect: .no("payment-password-required")),
      DemoStep(nil, "trader", "check trader-001 \(listing) --payment-verified"),
      DemoStep(
        Text(zh: "结算员不能挂牌，但能办理资金。", en: "The clerk cannot list, but handles funds."),
        "master", "check clerk-001 funds.settlement.query --account T000001-GAS-01",
        expect: .no("first-login-incomplete")),
      DemoStep(
        Text(zh: "主账号：开通了什么就能做什么。", en: "The master may do what was opened, and no more."),
        "master", "check sanxia-gas \(listing) --payment-verified"),
      DemoStep(
        nil, "master",
        "check sanxia-gas trade.listing.create --product LNG.SH.D1 --account T000001-GAS-01 --payment-verified",
        expect: .no("outside-entitlement")),
      DemoStep(
        nil, "master",
        "check sanxia-gas trade.efp.create --product BOND --account T000001-GAS-01 --payment-verified",
        expect: .no("outside-entitlement")),
      DemoStep(
        nil, "master", "check sanxia-gas exchange.members.review",
        expect: .no("outside-entitlement")),
      DemoStep(
        Text(zh: "每一步、每一条授权都能说清楚。", en: "Every step and every grant can be explained."),
        "master", "explain clerk-001 \(listing)", expect: .no("first-login-incomplete")),
      DemoStep(nil, "trader", "can trader-001"),
      DemoStep(nil, "master", "who-can trade.listing.create --product PNG.SH.D1"),
    ])

  static let departments = DemoChapter(
    Text(zh: "用户组与角色（C4–C6）", en: "User groups and roles (C4–C6)"),
    [
      DemoStep(
        Text(
          zh: "部门有自己的权限池和管理员，管理员只能在池内授权。",
          en: "A department has a pool and an administrator, who gives only what is in the pool."),
        "master", "group create 交易部"),
      DemoStep(
        nil, "master",
        "group pool 交易部 --add-menu trade.listing --add-menu operators --add-menu member-center.user-info --add-product PNG.SH --add-account *"
      ),
      DemoStep(nil, "master", "operator move trader-001 --group 交易部"),
      DemoStep(
        Text(
          zh: "移入后，权限立即被部门的权限池裁剪：北京基准点不再可交易。",
          en: "From now on the department's pool cuts its permissions: Beijing is closed to it."),
        "master",
        "check trader-001 trade.listing.create --product PNG.BJ.D1 --account T000001-GAS-01 --payment-verified",
        expect: .no("outside-pool")),
      DemoStep(nil, "master", "check trader-001 \(listing) --payment-verified"),
      DemoStep(nil, "master", "role create 挂牌查询"),
      DemoStep(nil, "master", "role grant 挂牌查询 --menu trade.listing.view --product PNG"),
      DemoStep(nil, "master", "operator assign clerk-001 --role 挂牌查询"),
    ])

  static let resets = DemoChapter(
    Text(zh: "管理员密码由交易所双人重置（C10）", en: "Two members of staff reset an administrator (C10)"),
    [
      DemoStep(
        nil, "staff", "operator create exch-review-2 --name 赵复核",
        remember: (key: "one_time_password", name: "review")),
      DemoStep(
        nil, "staff",
        "operator assign exch-review-2 --menu exchange.resets --menu member-center.user-info.security"
      ),
      DemoStep(nil, "staff2", "login exch-review-2", secrets: ["⟨review⟩"]),
      DemoStep(nil, "staff2", "setup", secrets: ["⟨review⟩", secondStaffPassword]),
      DemoStep(
        nil, "staff", "reset request M000001 --reason 会员来函，管理员遗忘密码"),
      DemoStep(
        Text(zh: "申请人不能复核自己的申请。", en: "Nobody approves a request of their own."),
        "staff", "reset approve 1", expect: .fails("own-request", .notPermitted)),
      DemoStep(nil, "staff2", "login exch-review-2", secrets: [secondStaffPassword]),
      DemoStep(
        nil, "staff2", "reset approve 1", remember: (key: "one_time_password", name: "master")),
      DemoStep(nil, "master", "login sanxia-gas", secrets: ["⟨master⟩"]),
      DemoStep(
        nil, "master", "setup", secrets: ["⟨master⟩", newMasterPassword, newMasterPayment]),
      DemoStep(nil, "master", "login sanxia-gas", secrets: [newMasterPassword]),
    ])

  static let leaving = DemoChapter(
    Text(zh: "离职注销（C11）", en: "A leaver (C11)"),
    [
      DemoStep(
        Text(
          zh: "注销即收回一切，用户名永不再用。",
          en: "Everything is taken back at once; the username is never used again."),
        "master", "operator offboard trader-001 --reason 离职 --yes"),
      DemoStep(
        nil, "master", "check trader-001 \(listing) --payment-verified",
        expect: .no("operator-offboarded")),
      DemoStep(
        nil, "trader", "login trader-001", secrets: [traderPassword],
        expect: .fails("login-failed", .notPermitted)),
      DemoStep(
        nil, "master", "operator create trader-001 --name 王五",
        expect: .fails("operator-exists", .conflict)),
    ])

  static let proof = DemoChapter(
    Text(zh: "留痕与自检", en: "The trail and the check-up"),
    [
      DemoStep(nil, "staff", "login exch-admin-1", secrets: [staffPassword]),
      DemoStep(
        Text(
          zh: "每次变更都在审计中，整条链可以验证。",
          en: "Every change is in the audit trail, and the trail proves itself."),
        "staff", "audit verify"),
      DemoStep(nil, "staff", "doctor"),
    ])
}
