import Policy
import TestSupport
import Testing

@testable import IAM

/// Every function of ANSI INCITS 359-2012 once, with what it answers.
@Suite struct RBACStoryTests {
  private let firm: Firm
  private let rbac: RBAC
  private let user: Username = "trader-001"
  private let listing = RBACPermission("trade.listing.view", on: "PNG")
  private let bidding = RBACPermission("trade.bidding.view", on: "LNG")

  init() throws {
    firm = try Firm()
    rbac = RBAC(firm.registry, as: .unchecked(Firm.master))
  }

  /// A user with a password of its own, and two roles: one to list gas, one to bid for LNG.
  private func begin() throws {
    let once = try rbac.addUser(user, name: PersonName("张三"))
    let session = try rbac.createSession(of: user, password: Secret(password: once))
    try firm.registry.completeSetup(
      as: .session(session), current: Secret(password: once), login: password,
      payment: Secret(password: "Gk4!wLs8#mPq2-Zx"))
    try rbac.deleteSession(session)
    for role in ["挂牌员", "竞价员"] as [Name] { try rbac.addRole(role) }
    try rbac.grantPermission(listing, to: "挂牌员")
    try rbac.grantPermission(bidding, to: "竞价员")
  }

  private var password: Secret { get throws { try Secret(password: TestExchange.password) } }

  @Test func `users, roles, assignments and permissions`() throws {
    try begin()
    try rbac.assignUser(user, to: "挂牌员")
    #expect(try rbac.assignedUsers(of: "挂牌员") == [user])
    #expect(try rbac.assignedRoles(of: user) == ["挂牌员"])
    #expect(try rbac.rolePermissions(of: "挂牌员") == [listing])
    #expect(try rbac.userPermissions(of: user) == [listing])
    #expect(try rbac.roleOperationsOnObject("挂牌员", "PNG.SH") == ["trade.listing.view"])
    #expect(try rbac.roleOperationsOnObject("挂牌员", "LNG") == [])
    #expect(try rbac.userOperationsOnObject(user, "PNG") == ["trade.listing.view"])
    #expect(try rbac.userOperationsOnObject(user, "LNG") == [])
    try rbac.revokePermission(listing, from: "挂牌员")
    #expect(try rbac.rolePermissions(of: "挂牌员") == [])
    #expect(
      try refusal { try rbac.deleteRole("挂牌员") }
        == .conflict(.inUse(.role, "挂牌员", by: ["trader-001"])))
    try rbac.deassignUser(user, from: "挂牌员")
    try rbac.deleteRole("挂牌员")
    #expect(try refusal { _ = try rbac.assignedUsers(of: "挂牌员") } == .notFound(.role, "挂牌员"))
    try rbac.deleteUser(user, reason: "离职")
    #expect(
      try refusal { _ = try rbac.addUser(user, name: PersonName("李四")) }
        == .conflict(.exists(.operator, user.text)))
  }

  @Test func `sessions and the roles active in them`() throws {
    try begin()
    for role in ["挂牌员", "竞价员"] as [Name] { try rbac.assignUser(user, to: role) }
    let session = try rbac.createSession(of: user, password: password, roles: ["挂牌员"])
    #expect(try rbac.sessionRoles(session) == ["挂牌员"])
    #expect(try rbac.sessionPermissions(session) == [listing])
    #expect(try rbac.checkAccess(listing, in: session))
    #expect(try !rbac.checkAccess(bidding, in: session))
    try rbac.addActiveRole("竞价员", in: session)
    #expect(try rbac.checkAccess(bidding, in: session))
    #expect(try rbac.sessionPermissions(session) == [bidding, listing])
    #expect(try !rbac.checkAccess(RBACPermission("trade.listing.view", on: "LNG"), in: session))
    try rbac.dropActiveRole("挂牌员", in: session)
    #expect(try rbac.sessionRoles(session) == ["竞价员"])
    #expect(try !rbac.checkAccess(listing, in: session))
    try rbac.deleteSession(session)
    #expect(try refusal { _ = try rbac.sessionRoles(session) } == .notLoggedIn)
  }

  @Test func `a hierarchy of roles`() throws {
    try begin()
    try rbac.addAscendant("主管", of: "挂牌员")
    try rbac.addInheritance(of: "竞价员", by: "主管")
    try rbac.addDescendant("见习", of: "挂牌员")
    try rbac.assignUser(user, to: "主管")
    #expect(
      try rbac.authorizedRoles(of: user) == ["主管", "挂牌员", "竞价员", "见习"].sorted())
    #expect(try rbac.authorizedUsers(of: "见习") == [user])
    #expect(try rbac.assignedUsers(of: "见习") == [])
    #expect(try rbac.rolePermissions(of: "主管") == [bidding, listing])
    #expect(
      try refusal { try rbac.addInheritance(of: "主管", by: "见习") }
        == .conflict(.cycle(.role, "见习")))
    try rbac.deleteInheritance(of: "竞价员", by: "主管")
    #expect(try rbac.userPermissions(of: user) == [listing])
    #expect(try rbac.authorizedUsers(of: "竞价员") == [])
  }

  @Test func `static separation of duty`() throws {
    try begin()
    try rbac.addRole("主管")
    try rbac.createSsdSet("分离", roles: ["挂牌员", "竞价员"], cardinality: 2)
    try rbac.addSsdRoleMember("主管", to: "分离")
    try rbac.setSsdSetCardinality(3, of: "分离")
    #expect(try rbac.ssdRoleSets() == ["分离"])
    #expect(try rbac.dsdRoleSets() == [])
    #expect(try rbac.ssdRoleSetRoles("分离") == ["主管", "挂牌员", "竞价员"].sorted())
    #expect(try rbac.ssdRoleSetCardinality("分离") == 3)
    for role in ["挂牌员", "竞价员"] as [Name] { try rbac.assignUser(user, to: role) }
    let three = try refusal { try rbac.assignUser(user, to: "主管") }
    #expect(three?.code == "separation-of-duty")
    let two = try refusal { try rbac.setSsdSetCardinality(2, of: "分离") }
    #expect(two?.code == "separation-of-duty")
    #expect(
      try refusal { try rbac.deleteSsdRoleMember("主管", from: "分离") } == .separationLimit)
    #expect(try refusal { try rbac.setSsdSetCardinality(1, of: "分离") } == .separationLimit)
    try rbac.deassignUser(user, from: "竞价员")
    try rbac.setSsdSetCardinality(2, of: "分离")
    try rbac.deleteSsdRoleMember("主管", from: "分离")
    #expect(
      try refusal { try rbac.deleteSsdRoleMember("主管", from: "分离") } == .notFound(.role, "主管"))
    #expect(try refusal { try rbac.deleteDsdSet("分离") } == .notFound(.separation, "分离"))
    try rbac.deleteSsdSet("分离")
    try rbac.assignUser(user, to: "竞价员")
  }

  @Test func `dynamic separation of duty`() throws {
    try begin()
    for role in ["挂牌员", "竞价员"] as [Name] { try rbac.assignUser(user, to: role) }
    try rbac.createDsdSet("双岗", roles: ["挂牌员", "竞价员"], cardinality: 2)
    let session = try rbac.createSession(of: user, password: password, roles: ["挂牌员"])
    let together = try refusal { try rbac.addActiveRole("竞价员", in: session) }
    #expect(together?.code == "separation-of-duty")
    try rbac.addRole("主管")
    try rbac.addDsdRoleMember("主管", to: "双岗")
    try rbac.setDsdSetCardinality(3, of: "双岗")
    try rbac.addActiveRole("竞价员", in: session)
    #expect(try rbac.dsdRoleSets() == ["双岗"])
    #expect(try rbac.dsdRoleSetRoles("双岗") == ["主管", "挂牌员", "竞价员"].sorted())
    #expect(try rbac.dsdRoleSetCardinality("双岗") == 3)
    try rbac.setDsdSetCardinality(2, of: "双岗")
    #expect(try rbac.sessionRoles(session) == [])
    try rbac.deleteDsdRoleMember("主管", from: "双岗")
    try rbac.deleteDsdSet("双岗")
    #expect(try rbac.sessionRoles(session) == ["挂牌员", "竞价员"].sorted())
  }
}
