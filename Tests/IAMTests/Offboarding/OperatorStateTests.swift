import Policy
import TestSupport
import Testing

@testable import IAM

/// Resetting, suspending, resuming, unlocking: who may, and who may not (C10).
struct OperatorStateTests {
  private let head = Username(unchecked: "head-0001")
  private let inside = Username(unchecked: "inside-01")

  private func departments() throws -> Cast {
    let cast = try Cast()
    try cast.add(
      head, to: cast.member, group: "管理", administers: "交易部",
      menus: ["operators.suspend", "operators.reset-password", "operators.offboard"])
    try cast.add(inside, to: cast.member, group: "交易部")
    return cast
  }

  @Test func `a reset opens both steps, ends the lock and the old password`() throws {
    let cast = try Cast()
    try cast.failToLogIn(times: 5)
    let reset = try cast.reset()
    #expect(reset.expiresAt == cast.clock.now + .seconds(86_400))
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    let login = try cast.logIn(Cast.trader, reset.oneTimePassword)
    #expect(login.pending == [.loginPassword, .paymentPassword])
  }

  @Test func `a newer one-time password replaces the older`() throws {
    let cast = try Cast()
    let old = try cast.reset()
    let new = try cast.reset()
    #expect(throws: IAMError.loginFailed) { try cast.logIn(Cast.trader, old.oneTimePassword) }
    try cast.logIn(Cast.trader, new.oneTimePassword)
  }

  @Test(arguments: [(-1, true), (0, false)])
  func `a one-time password is good for a day`(offset: Int, isGood: Bool) throws {
    let cast = try Cast()
    let reset = try cast.reset()
    cast.clock.advance(by: IssuedPassword.lifetime + .milliseconds(offset))
    if isGood {
      try cast.logIn(Cast.trader, reset.oneTimePassword)
    } else {
      #expect(throws: IAMError.loginFailed) {
        try cast.logIn(Cast.trader, reset.oneTimePassword)
      }
    }
  }

  @Test func `a group administrator resets in its group and nowhere else`() throws {
    let cast = try departments()
    _ = try cast.reset(inside, as: head)
    for username in [Cast.trader, Cast.master, head] {
      #expect(throws: IAMError.refused([.operatorNotYours(username)])) {
        try cast.reset(username, as: head)
      }
    }
  }

  @Test func `neither staff nor a stranger resets in a member's tenant`() throws {
    let cast = try Cast()
    try cast.exchange.addMember(Username(unchecked: "master-02"))
    let menu = MenuCode(unchecked: "operators.reset-password")
    let issued = try cast.registry.drawPassword()
    #expect(throws: IAMError.denied(.outsideEntitlement, menu: menu)) {
      try cast.registry.change(as: .unchecked(TestExchange.staff)) {
        try $0.resetPassword(of: "trader-01", to: issued, in: cast.member)
      }
    }
    for username in ["trader-01", "nobody-99", "x"] {
      #expect(throws: IAMError.notFound(.operator, username)) {
        try cast.registry.change(as: .unchecked(Username(unchecked: "master-02"))) {
          try $0.resetPassword(of: username, to: issued)
        }
      }
    }
  }

  @Test func `a pending operator is put to use by its first password`() throws {
    let cast = try Cast()
    try cast.system { change in
      try change.execute(
        "UPDATE operator SET state = 'pending' WHERE username = 'trader-01'")
      try change.execute("DELETE FROM credential WHERE operator_id = 3")
    }
    let reset = try cast.reset()
    #expect(try cast.logIn(Cast.trader, reset.oneTimePassword).isNeverUsed)
  }

  @Test func `suspending and resuming`() throws {
    let cast = try departments()
    let identity = Identity.unchecked(head)
    try cast.registry.change(as: identity) {
      try $0.suspendOperator("inside-01", reason: "休假")
    }
    #expect(throws: IAMError.conflict(.state(.operator, "inside-01", is: "suspended"))) {
      try cast.registry.change(as: identity) { try $0.suspendOperator("inside-01") }
    }
    #expect(throws: IAMError.loginFailed) { try cast.logIn(inside) }
    let state = try cast.registry.change(as: identity) { try $0.resumeOperator("inside-01") }
    #expect(state == .active)
    try cast.logIn(inside)
    #expect(throws: IAMError.refused([.operatorNotYours(Cast.trader)])) {
      try cast.registry.change(as: identity) { try $0.suspendOperator("trader-01") }
    }
  }

  @Test func `only what is locked is unlocked, and no worn-out one-time password`() throws {
    let cast = try Cast()
    let master = Identity.unchecked(Cast.master)
    #expect(throws: IAMError.conflict(.state(.operator, "trader-01", is: "active"))) {
      try cast.registry.change(as: master) { try $0.unlockOperator("trader-01") }
    }
    try cast.failToLogIn(times: 5)
    try cast.registry.change(as: master) { try $0.unlockOperator("trader-01") }
    try cast.logIn()
    let reset = try cast.reset()
    try cast.failToLogIn(times: 5)
    #expect(throws: IAMError.self) {
      try cast.registry.change(as: master) { try $0.unlockOperator("trader-01") }
    }
    #expect(throws: IAMError.loginFailed) {
      try cast.logIn(Cast.trader, reset.oneTimePassword)
    }
  }
}

/// A leaver loses everything, for good (C11).
struct OffboardingTests {
  @Test func `everything is taken away and the name stays taken`() throws {
    let cast = try Cast()
    try cast.give("报价员", to: Cast.trader)
    try cast.add(
      Username(unchecked: "leaver-01"), to: cast.member, administers: "交易部",
      menus: ["trade.listing"])
    try cast.add(
      Username(unchecked: "second-01"), to: cast.member, administers: "交易部")
    try cast.logIn(Username(unchecked: "leaver-01"))
    let master = Identity.unchecked(Cast.master)
    let plan = try cast.registry.change(as: master, dryRun: true) {
      try $0.offboard("leaver-01", reason: "离职")
    }
    #expect(
      plan.items.map { "\($0.kind) \($0.name)" } == [
        "administered-group 交易部", "credential login", "credential payment",
        "menu trade.listing", "session 1",
      ])
    try cast.logIn(Username(unchecked: "leaver-01"))
    let done = try cast.registry.change(as: master) {
      try $0.offboard("leaver-01", reason: "离职")
    }
    #expect(done.items.count == plan.items.count + 1)
    #expect(
      try cast.registry.database.read { reading in
        try reading.offboardingItems(of: 4, at: cast.clock.now)
      } == [])
    #expect(throws: IAMError.loginFailed) { try cast.logIn(Username(unchecked: "leaver-01")) }
    #expect(throws: IAMError.conflict(.exists(.operator, "LEAVER-01"))) {
      try cast.add(Username(unchecked: "LEAVER-01"), to: cast.member)
    }
    #expect(throws: IAMError.conflict(.state(.operator, "leaver-01", is: "offboarded"))) {
      try cast.registry.change(as: master) { try $0.offboard("leaver-01", reason: "离职") }
    }
    #expect(throws: IAMError.conflict(.state(.operator, "leaver-01", is: "offboarded"))) {
      try cast.reset(Username(unchecked: "leaver-01"))
    }
  }

  @Test func `the last administrator of a group, the master and oneself stay`() throws {
    let cast = try Cast()
    let head = Username(unchecked: "head-0001")
    try cast.add(
      head, to: cast.member, administers: "交易部", menus: ["operators.offboard"])
    let master = Identity.unchecked(Cast.master)
    let group: Name = "交易部"
    #expect(throws: IAMError.refused([.lastAdministrator(.group(group))])) {
      try cast.registry.change(as: master) { try $0.offboard("head-0001", reason: "离职") }
    }
    for (actor, subject) in [(Cast.master, Cast.master), (head, Cast.master), (head, head)] {
      #expect(throws: IAMError.refused([.operatorNotYours(subject)])) {
        try cast.registry.change(as: .unchecked(actor)) {
          try $0.offboard(subject.text, reason: "离职")
        }
      }
    }
  }

  @Test(arguments: ["", " 离职", "a\u{7}b", String(repeating: "长", count: 201)])
  func `a reason is a plain text`(reason: String) throws {
    let cast = try Cast()
    #expect(throws: IAMError.invalidReason) {
      try cast.registry.change(as: .unchecked(Cast.master)) {
        try $0.offboard("trader-01", reason: reason)
      }
    }
  }

  @Test func `staff alone lift the lock of an operator, but not of the master`() throws {
    let cast = try Cast()
    let staff = Identity.unchecked(TestExchange.staff)
    try cast.failToLogIn(Cast.master, times: FailureLimits.beforeLock)
    try cast.failToLogIn(Cast.trader, times: FailureLimits.beforeLock)
    for isDisabled in [false, true] {
      if isDisabled {
        try cast.system { change in
          try change.execute(
            """
            UPDATE credential SET is_disabled = 1
            WHERE operator_id IN (SELECT id FROM operator WHERE tenant_id = 2)
            """)
        }
      }
      #expect(throws: IAMError.refused([.operatorNotYours(Cast.master)])) {
        try cast.registry.change(as: staff) { try $0.unlockOperator("master-01", in: cast.member) }
      }
    }
    #expect(throws: IAMError.loginFailed) { try cast.logIn(Cast.master) }
    try cast.registry.change(as: staff) { try $0.unlockOperator("trader-01", in: cast.member) }
    try cast.logIn()
  }

  @Test func `the lock of a master ends by itself`() throws {
    let cast = try Cast()
    try cast.failToLogIn(Cast.master, times: FailureLimits.beforeLock)
    cast.clock.advance(by: FailureLimits.lock)
    try cast.logIn(Cast.master)
  }

  @Test func `a reason has one greatest length, whoever gives it for what`() throws {
    let cast = try Cast()
    let reason = String(repeating: "长", count: 200)
    let staff = Identity.unchecked(TestExchange.staff)
    try cast.registry.change(as: staff) { change in
      _ = try change.suspendMember(cast.member.text, reason: reason)
    }
    #expect(throws: IAMError.invalidReason) {
      try cast.registry.change(as: staff) {
        _ = try $0.closeMember(cast.member.text, reason: reason + "长")
      }
    }
    try cast.registry.change(as: .unchecked(Cast.master)) {
      _ = try $0.offboard("trader-01", reason: reason)
    }
  }
}
