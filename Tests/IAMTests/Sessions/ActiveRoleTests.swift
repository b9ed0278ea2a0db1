import Policy
import TestSupport
import Testing

@testable import IAM

/// The roles of a session (ANSI INCITS 359-2012: AddActiveRole, DropActiveRole, dynamic separation).
struct ActiveRoleTests {
  private func cast(separated: Bool) throws -> Cast {
    let cast = try Cast()
    for role in ["报价员", "复核员", "查询员"] { try cast.give(role, to: Cast.trader) }
    if separated {
      try cast.system { change in
        let id = try change.nextID("separation")
        try change.execute(
          "INSERT INTO separation VALUES (?, 2, '报价与复核', 'dynamic', 'enforce', 2)", id)
        try change.execute(
          """
          INSERT INTO separation_role SELECT ?, id FROM role WHERE name IN ('报价员', '复核员')
          """, id)
      }
    }
    return cast
  }

  private func active(_ login: Login, _ cast: Cast) throws -> [String]? {
    try cast.registry.inquire(as: .session(login.token)) {
      try $0.whoAmI().session?.activeRoles?.map(\.text).sorted()
    }
  }

  @Test func `without a choice every role is active`() throws {
    let cast = try cast(separated: false)
    #expect(try active(try cast.logIn(), cast) == nil)
  }

  @Test func `a chosen role is active alone, and others are added and dropped`() throws {
    let cast = try cast(separated: false)
    let login = try cast.logIn(roles: ["查询员"])
    #expect(try active(login, cast) == ["查询员"])
    let identity = Identity.session(login.token)
    _ = try cast.registry.change(as: identity) { try $0.addActiveRole("报价员") }
    #expect(try active(login, cast) == ["报价员", "查询员"].sorted())
    _ = try cast.registry.change(as: identity) { try $0.dropActiveRole("查询员") }
    #expect(try active(login, cast) == ["报价员"])
    #expect(throws: IAMError.notFound(.role, "查询员")) {
      try cast.registry.change(as: identity) { try $0.dropActiveRole("查询员") }
    }
  }

  @Test(arguments: ["没有", ""])
  func `a role that is not held cannot be activated`(role: String) throws {
    let cast = try cast(separated: false)
    #expect(throws: IAMError.notFound(.role, role)) { try cast.logIn(roles: [role]) }
    let identity = Identity.session(try cast.logIn().token)
    #expect(throws: IAMError.notFound(.role, role)) {
      try cast.registry.change(as: identity) { try $0.addActiveRole(role) }
    }
  }

  @Test func `roles that exclude each other are not active together`() throws {
    let cast = try cast(separated: true)
    let violation = IAMError.refused([
      .separation(
        name: "报价与复核", Cast.trader,
        roles: ["报价员", "复核员"].compactMap { Name($0) }.sorted())
    ])
    #expect(throws: violation) { try cast.logIn(roles: ["报价员", "复核员"]) }
    let login = try cast.logIn(roles: ["报价员"])
    #expect(throws: violation) {
      try cast.registry.change(as: .session(login.token)) { try $0.addActiveRole("复核员") }
    }
    #expect(try active(login, cast) == ["报价员"])
  }

  @Test func `of roles that exclude each other none is active until one is chosen`() throws {
    let cast = try cast(separated: true)
    let login = try cast.logIn()
    #expect(try active(login, cast) == ["查询员"])
    _ = try cast.registry.change(as: .session(login.token)) { try $0.addActiveRole("复核员") }
    #expect(try active(login, cast) == ["复核员", "查询员"].sorted())
  }

  @Test(arguments: [["没有"], ["报价员", "复核员"]])
  func `a right password leaves its row when no session is opened for its roles`(
    roles: [String]
  ) throws {
    let cast = try cast(separated: true)
    try cast.logIn()
    cast.clock.advance(by: .seconds(1))
    let failedAt = cast.clock.now
    #expect(throws: IAMError.self) { try cast.logIn(roles: roles) }
    let reason = roles.count == 1 ? "role-not-found" : "separation-of-duty"
    #expect(try cast.audited("login").last == "failed \(reason) trader-01@M000001")
    #expect(
      try cast.number(
        "SELECT count(*) FROM audit WHERE outcome = 'failed' AND actor = 'trader-01'") == 1)
    #expect(try cast.number("SELECT count(*) FROM session") == 1)
    cast.clock.advance(by: .seconds(1))
    let next = try cast.logIn()
    #expect(next.failures == 1)
    #expect(next.lastFailureAt == failedAt)
  }

  @Test func `what one can is told by the roles of the session, as a check is answered`() throws {
    let cast = try cast(separated: false)
    try cast.system { change in
      try change.execute(
        """
        INSERT INTO role_menu SELECT id, 'trade.contracts' FROM role WHERE name = '报价员'
        """)
      try change.execute(
        "INSERT INTO holding (id, operator_id, every_account) VALUES (?, ?, 1)",
        try change.nextID("holding"), try change.reading.operatorID(Cast.trader, in: 2))
    }
    let check = Check(
      operator: "trader-01", menu: "trade.contracts", account: "T000001-GAS-01")
    for (roles, isAllowed) in [(["报价员"], true), (["查询员"], false)] {
      let login = try cast.logIn(roles: roles)
      let (answer, can, active) = try cast.registry.inquire(as: .session(login.token)) {
        (try $0.check(check).isAllowed, try $0.can("trader-01"), try $0.sessionAbilities())
      }
      #expect(answer == isAllowed)
      #expect(can.contains { $0.menu.text == check.menu } == isAllowed)
      #expect(can == active)
    }
    // About somebody else no session is looked at.
    let seen = try cast.registry.inquire(as: .unchecked(Cast.master)) { try $0.can("trader-01") }
    #expect(seen.contains { $0.menu.text == check.menu })
  }
}
