import Policy
import TestSupport
import Testing

@testable import IAM

/// How long sessions last, and what ends them (C12).
struct SessionTests {
  private func isOpen(_ login: Login, _ cast: Cast) throws -> Bool {
    do {
      _ = try cast.registry.inquire(as: .session(login.token)) { try $0.whoAmI() }
      return true
    } catch IAMError.notLoggedIn {
      return false
    }
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `a session ends after four hours, whatever happens`(offset: Int, open: Bool) throws {
    let cast = try Cast()
    let login = try cast.logIn()
    // Kept awake every twenty minutes.
    for _ in 0..<11 {
      cast.clock.advance(by: .seconds(20 * 60))
      try cast.registry.keepAwake(login.token, at: cast.exchange.path)
    }
    cast.clock.advance(by: .seconds(20 * 60) + .milliseconds(offset))
    #expect(try isOpen(login, cast) == open)
  }

  @Test(arguments: [
    (Cast.trader, 30, -1, true), (Cast.trader, 30, 0, false), (Cast.master, 15, -1, true),
    (Cast.master, 15, 0, false), (TestExchange.staff, 15, 0, false),
  ])
  func `an idle session ends sooner for administrators`(
    username: Username, minutes: Int, offset: Int, open: Bool
  ) throws {
    let cast = try Cast()
    let login = try cast.logIn(username)
    cast.clock.advance(by: .seconds(minutes * 60) + .milliseconds(offset))
    #expect(try isOpen(login, cast) == open)
  }

  @Test func `use is noted by the minute`() throws {
    let cast = try Cast()
    let login = try cast.logIn()
    let seen = { try cast.number("SELECT last_seen_at FROM session") }
    let start = try seen()
    cast.clock.advance(by: .milliseconds(59_999))
    try cast.registry.keepAwake(login.token, at: cast.exchange.path)
    #expect(try seen() == start)
    cast.clock.advance(by: .milliseconds(1))
    try cast.registry.keepAwake(login.token, at: cast.exchange.path)
    #expect(try seen() == start + 60_000)
  }

  @Test func `a clock that steps back ends nothing and lengthens nothing`() throws {
    let cast = try Cast()
    let login = try cast.logIn()
    cast.clock.advance(by: .seconds(-3600))
    #expect(try isOpen(login, cast))
    try cast.registry.keepAwake(login.token, at: cast.exchange.path)
    let me = try cast.registry.inquire(as: .session(login.token)) { try $0.whoAmI() }
    #expect(me.session?.expiresAt == cast.clock.now + SessionLimits.absolute)
    cast.clock.advance(by: SessionLimits.idle)
    #expect(try !isOpen(login, cast))
  }

  @Test func `logging out ends this session only`() throws {
    let cast = try Cast()
    let one = try cast.logIn()
    let other = try cast.logIn()
    try cast.registry.change(as: .session(one.token)) { try $0.logOut() }
    #expect(try !isOpen(one, cast))
    #expect(try isOpen(other, cast))
    #expect(try cast.audited("logout") == ["done - trader-01@M000001"])
  }

  @Test func `a change of password ends the other sessions`() throws {
    let cast = try Cast()
    let one = try cast.logIn()
    let other = try cast.logIn()
    try cast.registry.changePassword(
      as: .session(one.token), current: try Secret(password: Cast.password),
      new: try Secret(password: Cast.other))
    #expect(try isOpen(one, cast))
    #expect(try !isOpen(other, cast))
  }

  @Test func `reset, suspension and offboarding end all sessions`() throws {
    let cast = try Cast()
    let master = Identity.unchecked(Cast.master)
    let first = try cast.logIn()
    _ = try cast.reset()
    #expect(try !isOpen(first, cast))
    try cast.add(Username(unchecked: "trader-02"), to: cast.member)
    let second = try cast.logIn(Username(unchecked: "trader-02"))
    try cast.registry.change(as: master) { try $0.suspendOperator("trader-02") }
    try cast.registry.change(as: master) { _ = try $0.resumeOperator("trader-02") }
    #expect(try !isOpen(second, cast))
    let third = try cast.logIn(Username(unchecked: "trader-02"))
    _ = try cast.registry.change(as: master) { try $0.offboard("trader-02", reason: "离职") }
    #expect(try !isOpen(third, cast))
  }

  @Test func `a session ends with its operator's validity`() throws {
    let cast = try Cast()
    let login = try cast.logIn()
    try cast.system {
      try $0.execute(
        "UPDATE operator SET valid_until = ? WHERE username = 'trader-01'",
        cast.clock.now.milliseconds)
    }
    #expect(try !isOpen(login, cast))
  }
}

/// Who sees and ends whose sessions.
struct SessionAuthorityTests {
  @Test func `the master sees and ends all, a trader only its own`() throws {
    let cast = try Cast()
    let trader = Identity.session(try cast.logIn().token)
    let master = Identity.session(try cast.logIn(Cast.master).token)
    let all = try cast.registry.inquire(as: master) { try $0.sessions() }
    #expect(all.map(\.username) == [Cast.master, Cast.trader])
    let own = try cast.registry.inquire(as: trader) { try $0.sessions() }
    #expect(own.map(\.username) == [Cast.trader])
    #expect(own.map(\.isOwn) == [true])
    #expect(
      throws: IAMError.denied(.menuNotGranted, menu: MenuCode(unchecked: "sessions.end"))
    ) {
      try cast.registry.change(as: trader) { try $0.endSession(all[0].id) }
    }
    try cast.registry.change(as: master) { try $0.endSession(own[0].id) }
    #expect(throws: IAMError.notLoggedIn) {
      try cast.registry.inquire(as: trader) { try $0.sessions() }
    }
  }

  @Test func `another tenant's sessions are not there`() throws {
    let cast = try Cast()
    try cast.exchange.addMember(Username(unchecked: "master-02"))
    let login = try cast.logIn()
    let id = try cast.registry.inquire(as: .session(login.token)) { try $0.whoAmI().session?.id }
    let session = try #require(id)
    let stranger = Identity.unchecked(Username(unchecked: "master-02"))
    #expect(throws: IAMError.notFound(.session, String(session))) {
      try cast.registry.change(as: stranger) { try $0.endSession(session) }
    }
    #expect(throws: IAMError.notFound(.session, "999")) {
      try cast.registry.change(as: stranger) { try $0.endSession(999) }
    }
    #expect(throws: IAMError.notFound(.operator, "trader-01")) {
      try cast.registry.inquire(as: stranger) { try $0.sessions(of: "trader-01") }
    }
  }

  @Test func `a group administrator sees the sessions of its group`() throws {
    let cast = try Cast()
    let head = Username(unchecked: "head-0001")
    let inside = Username(unchecked: "inside-01")
    try cast.add(
      head, to: cast.member, group: "管理", administers: "交易部",
      menus: ["sessions.read", "sessions.end"])
    try cast.add(inside, to: cast.member, group: "交易部")
    try cast.logIn()
    try cast.logIn(inside)
    let identity = Identity.session(try cast.logIn(head).token)
    let seen = try cast.registry.inquire(as: identity) { try $0.sessions() }
    #expect(seen.map(\.username) == [head, inside])
    #expect(throws: IAMError.refused([.operatorNotYours(Cast.trader)])) {
      try cast.registry.change(as: identity) { try $0.endSessions(ofOperator: "trader-01") }
    }
    let ended = try cast.registry.change(as: identity) {
      try $0.endSessions(ofOperator: "inside-01")
    }
    #expect(ended == 1)
  }
}
