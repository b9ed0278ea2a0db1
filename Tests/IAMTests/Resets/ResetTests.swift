import Policy
import TestSupport
import Testing

@testable import IAM

/// An administrator's password is reset by two members of staff (C10, dual control).
struct ResetTests {
  private static let second = Username(unchecked: "staff-02")
  private static let reader = Username(unchecked: "staff-03")

  private func cast() throws -> Cast {
    let cast = try Cast()
    try cast.add(
      Self.second, to: .exchange, menus: ["exchange.resets.request", "exchange.resets.approve"])
    try cast.add(Self.reader, to: .exchange, menus: ["exchange.members.read"])
    return cast
  }

  private func request(
    _ cast: Cast, _ tenant: TenantCode? = nil, by username: Username = TestExchange.staff
  ) throws -> ResetRequest {
    try cast.registry.change(as: .unchecked(username)) {
      try $0.requestReset(of: tenant ?? cast.member, reason: "会员来函")
    }
  }

  private func approve(
    _ id: Int64, _ cast: Cast, by username: Username = ResetTests.second
  ) throws -> PasswordReset {
    let issued = try cast.registry.drawPassword()
    return try cast.registry.change(as: .unchecked(username)) {
      try $0.approveReset(id, to: issued)
    }
  }

  @Test func `one asks, another approves, once`() throws {
    let cast = try cast()
    let session = try cast.logIn(Cast.master)
    let request = try request(cast)
    #expect(request.username == Cast.master && request.state == .pending)
    let reset = try approve(request.id, cast)
    #expect(reset.username == Cast.master)
    #expect(throws: IAMError.notLoggedIn) {
      try cast.registry.inquire(as: .session(session.token)) { try $0.whoAmI() }
    }
    let login = try cast.logIn(Cast.master, reset.oneTimePassword)
    #expect(login.pending == [.loginPassword, .paymentPassword])
    #expect(throws: IAMError.conflict(.state(.resetRequest, "1", is: "executed"))) {
      try approve(request.id, cast)
    }
  }

  @Test func `nobody approves or rejects a request of their own, nor one about themselves`() throws
  {
    let cast = try cast()
    let own = try request(cast)
    #expect(throws: IAMError.ownRequest(.approve)) {
      try approve(own.id, cast, by: TestExchange.staff)
    }
    #expect(throws: IAMError.ownRequest(.reject)) {
      try cast.registry.change(as: .unchecked(TestExchange.staff)) {
        try $0.rejectReset(own.id, reason: "撤回")
      }
    }
    #expect(throws: IAMError.ownRequest(.request)) { try request(cast, .exchange) }
    let about = try request(cast, .exchange, by: Self.second)
    #expect(throws: IAMError.ownRequest(.approve)) {
      try approve(about.id, cast, by: TestExchange.staff)
    }
    #expect(try cast.audited("reset.approve").allSatisfy { $0.hasPrefix("denied own-request") })
  }

  @Test func `the exchange's own master is reset by two others`() throws {
    let cast = try cast()
    let third = Username(unchecked: "staff-04")
    try cast.add(third, to: .exchange, menus: ["exchange.resets.approve"])
    let request = try request(cast, .exchange, by: Self.second)
    let reset = try approve(request.id, cast, by: third)
    let login = try cast.logIn(TestExchange.staff, reset.oneTimePassword)
    #expect(login.pending == [.loginPassword])
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `a request is good for an hour`(offset: Int, isGood: Bool) throws {
    let cast = try cast()
    let first = try request(cast)
    cast.clock.advance(by: Change.resetLifetime + .milliseconds(offset))
    if isGood {
      #expect(throws: IAMError.conflict(.exists(.resetRequest, "1"))) { try request(cast) }
      _ = try approve(first.id, cast)
    } else {
      #expect(throws: IAMError.conflict(.state(.resetRequest, "1", is: "expired"))) {
        try approve(first.id, cast)
      }
      #expect(try request(cast).id == 2)
    }
  }

  @Test func `an approval needs the menu at that moment, of both`() throws {
    let cast = try cast()
    let request = try request(cast, by: Self.second)
    let menu = MenuCode(unchecked: "exchange.resets.approve")
    #expect(throws: IAMError.denied(.menuNotGranted, menu: menu)) {
      try approve(request.id, cast, by: Self.reader)
    }
    try cast.system { change in
      try change.execute("DELETE FROM holding WHERE menu = 'exchange.resets.request'")
    }
    #expect(throws: IAMError.conflict(.state(.resetRequest, "1", is: "void"))) {
      try approve(request.id, cast, by: TestExchange.staff)
    }
  }

  @Test func `a request that was altered is not executed`() throws {
    let cast = try cast()
    let request = try request(cast)
    try cast.system { try $0.execute("UPDATE reset_request SET reason = '另一原因'") }
    #expect(throws: DatabaseError.self) { try approve(request.id, cast) }
    #expect(try cast.number("SELECT count(*) FROM credential WHERE is_one_time = 1") == 0)
  }

  @Test func `the member sees what is asked about its administrator, others do not`() throws {
    let cast = try cast()
    try cast.exchange.addMember(Username(unchecked: "master-02"))
    let request = try request(cast)
    let list = { (username: Username) in
      try cast.registry.inquire(as: .unchecked(username)) { try $0.resetRequests() }
    }
    #expect(try list(Cast.master) == [request])
    #expect(try list(Username(unchecked: "master-02")) == [])
    #expect(try list(Self.second) == [request])
    #expect(throws: IAMError.self) { try list(Self.reader) }
    #expect(throws: IAMError.self) { try list(Cast.trader) }
    try cast.registry.change(as: .unchecked(Self.second)) {
      try $0.rejectReset(request.id, reason: "材料不全")
    }
    let seen = try #require(try list(Cast.master).first)
    #expect(seen.state == .rejected && seen.decisionReason == "材料不全")
    #expect(seen.decidedBy == Self.second)
  }

  @Test func `a member asks for its institution and for nobody else`() throws {
    let cast = try cast()
    try cast.exchange.addMember(Username(unchecked: "master-02"))
    let agent = Username(unchecked: "agent-001")
    try cast.exchange.addMember(agent)
    try cast.system {
      try $0.execute(
        "UPDATE tenant SET kind = 'institution', filed_under = 2 WHERE code = 'M000003'")
    }
    let institution = try #require(TenantCode("M000003"))
    let request = try request(cast, institution, by: Cast.master)
    #expect(request.filedBy == cast.member)
    #expect(try approve(request.id, cast).username == agent)
    #expect(throws: IAMError.ownRequest(.request)) {
      try self.request(cast, cast.member, by: Cast.master)
    }
    for tenant in [.exchange, try #require(TenantCode("M000002"))] {
      #expect(throws: IAMError.notFound(.tenant, tenant.text)) {
        try self.request(cast, tenant, by: Cast.master)
      }
    }
    #expect(throws: IAMError.self) { try self.request(cast, institution, by: Cast.trader) }
  }
}
