import Policy
import TestSupport
import Testing

@testable import IAM

/// What a document tells an administrator of a group: nothing of whom it does not see.
@Suite struct ConfigurationSightTests {
  private let departments: Departments
  private var member: ConfiguredMember { departments.member }

  init() throws { departments = try Departments() }

  private func error(_ sections: String) throws -> DocumentError {
    try #require(throws: DocumentError.self) { try departments.apply(sections) }
  }

  private static let hidden = ["trader-b1", "admin-b1", "leaver-b1", "master-01", "TRADER-B1"]

  @Test(arguments: hidden)
  func `an operator who is not seen is a username that is taken, as that of a stranger`(
    username: String
  ) throws {
    // Whatever is said of it, and so also where it says just what is so.
    for facts in [
      #""name":"乙""#, #""name":"乙","state":"active""#, #""name":"管理员","group":"默认用户组""#,
      #""name":"乙","group":"dept-b","products":["PNG"],"roles":["r"]"#,
      #""name":"乙","group":"dept-b","products":["PNG"],"roles":[]"#,
    ] {
      let told = try error(#""operators":[{"username":"\#(username)",\#(facts)}]"#)
      let stranger = try error(#""operators":[{"username":"staff-01",\#(facts)}]"#)
      #expect(told.path == "operators[0].username")
      #expect(told.wording.en.contains("the username `\(username)` is taken"))
      #expect(told.wording.en == stranger.wording.en.replacing("staff-01", with: username))
    }
    // A name that is free answers the same where no name is given.
    let nameless = try error(#""operators":[{"username":"\#(username)"}]"#)
    #expect(nameless == (try error(#""operators":[{"username":"nobody-01"}]"#)))
  }

  @Test func `those seen are compared and changed as before, oneself among them`() throws {
    let own = Departments.administrator("admin-a1", in: "dept-a")
    let trader = #"{"username":"trader-a1","group":"dept-a","menus":["trade.listing"]}"#
    #expect(try departments.apply(#""operators":[\#(own),\#(trader)]"#) == [])
    let less = #"{"username":"trader-a1","group":"dept-a","menus":["trade.listing.view"]}"#
    #expect(try departments.apply(#""operators":[\#(less)]"#).map(\.key) == ["menus"])
    // What belongs to somebody seen may be named, also where it is not theirs to change.
    try member.apply(
      #""operators":[{"username":"trader-a1","group":"dept-a","groups":["dept-b"]}]"#)
    let joined = #"{"username":"trader-a1","group":"dept-a","groups":["dept-b"]}"#
    #expect(try departments.apply(#""operators":[\#(joined)]"#) == [])
  }

  @Test func `whoever sees the whole tenant compares the whole`() throws {
    #expect(try member.apply(#""operators":[\#(Departments.trader)]"#) == [])
    try member.apply(
      #""groups":[{"name":"默认用户组","admins":["admin-a1"]},"#
        + #"{"name":"dept-a","pool":"all","roles":["q"],"admins":["admin-a1"]},"#
        + #"{"name":"dept-b","pool":"all","roles":["q"],"admins":["admin-b1"]}]"#)
    #expect(try departments.apply(#""operators":[\#(Departments.trader)]"#) == [])
  }

  @Test func `pruning speaks of those seen only`() throws {
    let own = Departments.administrator("admin-a1", in: "dept-a")
    let before = try member.entry("operators", "trader-b1")
    let pruned = try departments.apply(#""operators":[\#(own)]"#, prune: true)
    #expect(Set(pruned.map(\.name)) == ["trader-a1"])
    #expect(try member.entry("operators", "trader-b1") == before)
  }

  @Test func `what is in use names those seen only, by document and command`() throws {
    let empty = #""roles":[{"name":"q"}]"#
    #expect(throws: IAMError.conflict(.inUse(.role, "r", by: [], unseen: 1))) {
      try departments.apply(empty)
    }
    #expect(throws: IAMError.conflict(.inUse(.role, "r", by: [], unseen: 1))) {
      try departments.act { try $0.deleteRole("r") }
    }
    try member.apply(
      #""operators":[{"username":"trader-a1","group":"dept-a","roles":["r"]}]"#)
    #expect(throws: IAMError.conflict(.inUse(.role, "r", by: ["trader-a1"], unseen: 1))) {
      try departments.apply(empty)
    }
    #expect(throws: IAMError.conflict(.inUse(.role, "r", by: ["trader-a1"], unseen: 1))) {
      try departments.act { try $0.deleteRole("r") }
    }
    #expect(throws: IAMError.conflict(.inUse(.role, "r", by: ["trader-a1", "trader-b1"]))) {
      try member.apply(empty)
    }
  }

  @Test func `sets and groups in use name those seen only`() throws {
    try member.apply(
      #""menu_groups":[{"name":"m"}],"product_groups":[{"name":"p"}],"groups":["#
        + #"{"name":"dept-a","pool":"all","roles":["q"],"admins":["admin-a1"]},"#
        + #"{"name":"dept-b","pool":"all","roles":["q"],"admins":["admin-b1"]},"#
        + #"{"name":"sub-a","parent":"dept-a"}],"operators":[{"username":"trader-b1","#
        + #""group":"dept-b","groups":["sub-a"],"menu_groups":["m"],"product_groups":["p"]}]"#)
    let own = #"{"name":"dept-a","pool":"all","roles":["q"],"admins":["admin-a1"]}"#
    for (sections, noun, name) in [
      (#""menu_groups":[]"#, Noun.menuGroup, "m"), (#""product_groups":[]"#, .productGroup, "p"),
      (#""groups":[\#(own)]"#, .group, "sub-a"),
    ] {
      #expect(throws: IAMError.conflict(.inUse(noun, name, by: [], unseen: 1))) {
        try departments.apply(sections)
      }
    }
    #expect(throws: IAMError.conflict(.inUse(.menuGroup, "m", by: [], unseen: 1))) {
      try departments.act { try $0.deleteMenuGroup("m") }
    }
    #expect(throws: IAMError.conflict(.inUse(.productGroup, "p", by: [], unseen: 1))) {
      try departments.act { try $0.deleteProductGroup("p") }
    }
    #expect(throws: IAMError.conflict(.inUse(.group, "sub-a", by: [], unseen: 1))) {
      try departments.act { try $0.deleteGroup("sub-a") }
    }
  }

  @Test func `groups outside its subtree stay, and their names are taken`() throws {
    let own = #"{"name":"dept-a","pool":"all","roles":["q"],"admins":["admin-a1"]}"#
    let before = try member.entry("groups", "dept-b")
    #expect(try departments.apply(#""groups":[\#(own)]"#) == [])
    #expect(
      try departments.apply(#""groups":[\#(own),{"name":"sub-a","parent":"dept-a"}]"#).map(\.name)
        == ["sub-a"])
    #expect(try member.entry("groups", "dept-b") == before)
    for group in ["dept-b", "默认用户组"] {
      for facts in ["", #","pool":"all""#, #","pool":"all","roles":["q"],"admins":["admin-b1"]"#] {
        let told = try error(#""groups":[\#(own),{"name":"\#(group)"\#(facts)}]"#)
        #expect(told.path == "groups[1].name")
        #expect(told.wording.en.contains("the name `\(group)` is taken"))
      }
    }
  }

  @Test func `administrators who are not seen are not there, and stay`() throws {
    let listed = { (administrators: String) in
      #""groups":[{"name":"dept-a","pool":"all","roles":["q"],"admins":[\#(administrators)]}]"#
    }
    try member.apply(
      listed(#""admin-a1","trader-b1""#).dropLast()
        + #",{"name":"dept-b","pool":"all","roles":["q"],"admins":["admin-b1"]}]"#)
    #expect(try departments.apply(listed(#""admin-a1""#)) == [])
    for username in ["trader-b1", "admin-b1", "master-01", "nobody-01"] {
      let told = try error(listed(#""admin-a1","\#(username)""#))
      #expect(told.path == "groups[0].admins[1]")
      #expect(told.wording.en.contains("there is no operator `\(username)`"))
    }
    #expect(
      try member.entry("groups", "dept-a")?["admins"] == ["admin-a1", "trader-b1"])
  }

  @Test func `the gate names nobody who is not seen, by a document and by a command`() throws {
    let refused = IAMError.refused([.unseen(.notYours, count: 1)])
    #expect(throws: refused) {
      try departments.apply(#""roles":[{"name":"r"},{"name":"q"}]"#)
    }
    #expect(throws: refused) {
      try departments.act {
        try $0.revoke(RoleParts(menus: ["trade.listing.view"]), fromRole: "r")
      }
    }
    #expect(throws: IAMError.refused([.unseen(.gain, count: 1)])) {
      try departments.apply(
        #""roles":[{"name":"r","menus":["trade.listing"]},{"name":"q"}]"#)
    }
    // Somebody made just now is named.
    #expect(throws: IAMError.refused([.operatorNotYours("trader-a2")])) {
      try departments.apply(
        #""operators":[{"username":"trader-a2","name":"丁","group":"dept-b"}]"#)
    }
  }

  @Test func `a document that changes nothing leaves its row and raises no revision`() throws {
    let own = #""operators":[\#(Departments.administrator("admin-a1", in: "dept-a"))]"#
    let revision = { [member] in
      try member.exchange.registry.change(as: .nobody, dryRun: true) {
        try $0.revision(of: member.tenant)
      }
    }
    let before = try revision()
    #expect(try departments.apply(own, dryRun: true) == [])
    #expect(try departments.rows() == [])
    #expect(try departments.apply(own) == [])
    let rows = try departments.rows()
    #expect(rows.map(\.outcome) == [.done])
    #expect(rows.map(\.object) == ["M000001"])
    #expect(rows.map(\.revision) == [before])
    #expect(try revision() == before)
  }

  @Test func `an import gives nothing to whom the caller does not see`() throws {
    let lines = "user,permission\ntrader-b1,trade.listing.view\n"
    let matrix = try PermissionMatrix(reading: Array(lines.utf8))
    #expect(throws: IAMError.conflict(.exists(.operator, "trader-b1"))) {
      try departments.act { _ = try $0.importMatrix(matrix) }
    }
  }
}
