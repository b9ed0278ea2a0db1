import Policy
import TestSupport
import Testing

@testable import IAM

/// Imports of permission matrices and Casbin policies: what they make, and what they refuse.
@Suite struct ImportTests {
  private let master = Identity.unchecked(ConfiguredMember.master)

  private func matrix(
    _ text: String, prefix: String = "", into member: ConfiguredMember
  ) throws -> ImportSummary {
    let matrix = try PermissionMatrix(reading: Array(text.utf8))
    return try member.exchange.registry.change(as: master) {
      try $0.importMatrix(matrix, prefix: prefix, to: member.tenant)
    }
  }

  private func casbin(
    _ text: String, prefix: String = "op-", domain: String? = nil, into member: ConfiguredMember
  ) throws -> ImportSummary {
    let policy = try CasbinPolicy(reading: Array(text.utf8), domain: domain)
    return try member.exchange.registry.change(as: master) {
      try $0.importCasbin(policy, prefix: prefix, to: member.tenant)
    }
  }

  @Test func `a matrix makes pending operators and adds to those that are there`() throws {
    let member = try ConfiguredMember()
    try member.apply(#""operators":[{"username":"trader-01","name":"张三","menus":["trade"]}]"#)
    let summary = try matrix(
      "trader-01,delivery\ntrader-02,trade.listing.view\ntrader-01,trade\n", into: member)
    #expect(summary == ImportSummary(operators: 1, roles: 0, grants: 2))
    let first = try member.entry("operators", "trader-01")
    #expect(first?["menus"] == ["delivery", "trade"] && first?["name"] == "张三")
    let second = try member.entry("operators", "trader-02")
    #expect(second?["state"] == "pending" && second?["group"] == "默认用户组")
  }

  @Test func `a prefix makes usernames of every user`() throws {
    let member = try ConfiguredMember()
    _ = try matrix("alice,trade\nbob-and-carol,delivery\n", prefix: "op-", into: member)
    #expect(try member.entry("operators", "op-alice")?["name"] == "alice")
    #expect(try member.entry("operators", "op-bob-and-carol")?["menus"] == ["delivery"])
  }

  @Test(arguments: [
    ("trader-01,trade\ntrader-01,trade.x\n", 2, "there is no menu `trade.x`"),
    ("trader-01,trade\nalice,trade\nbob,trade\n", 2, "`alice`, `bob` cannot be usernames"),
    ("trader-01,*\n", 1, "there is no menu `*`"),
  ])
  func `a matrix is refused with its line, and nothing is imported`(
    text: String, line: Int, says: String
  ) throws {
    let member = try ConfiguredMember()
    let error = try #require(throws: RecordError.self) { try matrix(text, into: member) }
    #expect(error.line == line)
    #expect(error.wording.en.contains(says), "\(error.wording.en)")
    #expect(try member.export().json["operators"] == [])
  }

  @Test func `an import goes through the gate as a whole`() throws {
    let member = try ConfiguredMember()
    let error = try #require(throws: IAMError.self) {
      try matrix("trader-01,trade\ntrader-02,trade.efp\n", into: member)
    }
    guard case .refused(let violations) = error else { return #expect(Bool(false), "\(error)") }
    #expect(violations.count == 1)
    #expect(try member.export().json["operators"] == [])
    #expect(throws: IAMError.refused([.operatorNotYours(ConfiguredMember.master)])) {
      try matrix("master-01,trade\n", into: member)
    }
    #expect(throws: IAMError.conflict(.exists(.operator, "staff-01"))) {
      try matrix("staff-01,trade\n", into: member)
    }
    try member.apply(#""operators":[{"username":"trader-01","name":"A","state":"offboarded"}]"#)
    #expect(throws: IAMError.conflict(.state(.operator, "trader-01", is: "offboarded"))) {
      try matrix("trader-01,trade\n", into: member)
    }
  }

  @Test func `a Casbin policy becomes roles, inclusions and operators`() throws {
    let member = try ConfiguredMember()
    let text = """
      # roles
      p, seller, trade.listing, create
      p, seller, trade.listing.view, read
      p, chief, delivery, *, allow
      g, chief, seller
      g, alice, chief

      p, bob-001, trade.bidding, view
      g, bob-001, seller
      """
    let summary = try casbin(text, into: member)
    #expect(summary == ImportSummary(operators: 2, roles: 2, grants: 7))
    #expect(
      try member.entry("roles", "seller")?["menus"] == [
        "trade.listing.create", "trade.listing.view",
      ])
    #expect(try member.entry("roles", "chief")?["roles"] == ["seller"])
    #expect(try member.entry("operators", "op-alice")?["roles"] == ["chief"])
    let bob = try member.entry("operators", "op-bob-001")
    #expect(bob?["menus"] == ["trade.bidding.view"] && bob?["roles"] == ["seller"])
    #expect(try casbin(text, into: member) == ImportSummary(operators: 0, roles: 0, grants: 0))
    #expect(throws: IAMError.conflict(.exists(.role, "seller"))) {
      try casbin("p, seller, delivery, view\ng, alice, seller\n", into: member)
    }
  }

  @Test func `of several domains one is chosen`() throws {
    let member = try ConfiguredMember()
    let text = """
      p, admin, gas, trade.listing, view
      p, admin, oil, delivery, view
      g, alice, admin, gas
      g, carol, admin, oil
      """
    let error = try #require(throws: RecordError.self) { try casbin(text, into: member) }
    #expect(error.line == 2 && error.wording.en.contains("--domain"))
    _ = try casbin(text, domain: "gas", into: member)
    #expect(try member.entry("roles", "admin")?["menus"] == ["trade.listing.view"])
    #expect(try member.entry("operators", "op-alice") != nil)
    #expect(try member.entry("operators", "op-carol") == nil)
    #expect(throws: RecordError.self) {
      try casbin("p, alice, delivery, view\n", domain: "gas", into: member)
    }
  }

  @Test(arguments: [
    ("p, alice, delivery, view, deny", 1, "`deny` is not supported"),
    ("p, alice, gas, delivery, view, deny\ng, alice, r, gas", 1, "`deny` is not supported"),
    ("p, alice, delivery, view\np2, alice, delivery, view", 2, "`p2` is not supported"),
    ("p, alice, delivery", 1, "fields"),
    ("g, alice", 1, "fields"),
    ("p, alice, , view", 1, "must not be blank"),
    ("p, alice, delivery, view\n\np, alice, data1, read", 3, "there is no menu `data1.read`"),
    ("p, alice, trade, read", 1, "there is no menu `trade.read`"),
    ("p, al, delivery, view", 1, "`al` cannot be a username: 8 to 20 letters"),
    ("g, a, b\ng, b, a", 1, "contain itself"),
    (
      "g, alice, r16\n"
        + (1...16).reversed().map { "g, r\($0), r\($0 - 1)" }.joined(separator: "\n"), 2,
      "deeper than 16 levels"
    ),
    ("g, alice, \u{200b}", 1, "cannot be the name of a role"),
  ])
  func `what cannot be taken over is refused with its line`(
    text: String, line: Int, says: String
  ) throws {
    let member = try ConfiguredMember()
    let error = try #require(throws: RecordError.self) { try casbin(text, into: member) }
    #expect(error.line == line)
    #expect(error.wording.en.contains(says), "\(error.wording.en)")
    #expect(try member.export().json["operators"] == [])
  }
}
