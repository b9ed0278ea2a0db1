import Policy
import TestSupport
import Testing

@testable import IAM

/// What applying a document does to operators, groups and what they hold, and who may.
@Suite struct ConfigurationApplyTests {
  private let master = ConfiguredMember.master
  private let trader = Username(unchecked: "trader-01")

  private func name(_ text: String) throws -> Name { try #require(Name(text)) }

  private func state(_ member: ConfiguredMember, _ name: String) throws -> JSONValue? {
    try member.entry("operators", name)?["state"]
  }

  /// Gives an operator a login of its own, as if it had taken the first steps.
  private func activate(_ name: String, in member: ConfiguredMember) throws {
    let hash = try member.exchange.registry.services.hasher.hash(
      try Secret(password: TestExchange.password))
    try member.exchange.registry.change(as: .nobody) { change in
      let id = try change.reading.operatorID(
        Username(unchecked: name), in: try change.reading.tenantID(member.tenant))
      try change.perform(Intent("test.activate", in: 1, on: name, need: .nothing)) {
        try change.setCredential(.login, of: id, hash: hash)
        try change.execute("UPDATE operator SET state = 'active' WHERE id = ?", id)
        return Recorded()
      }
    }
  }

  @Test func `operators made by a document are pending, whatever it says of them`() throws {
    let member = try ConfiguredMember()
    try member.apply(
      #""operators":[{"username":"trader-01","name":"A","state":"active"},"#
        + #"{"username":"trader-02","name":"B"},"#
        + #"{"username":"trader-03","name":"C","state":"suspended"}]"#)
    #expect(try state(member, "trader-01") == "pending")
    #expect(try state(member, "trader-02") == "pending")
    #expect(try state(member, "trader-03") == "suspended")
  }

  @Test func `a document suspends and resumes, and ends sessions, but never offboards`() throws {
    let member = try ConfiguredMember()
    let listing = { (state: String) in
      #""operators":[{"username":"trader-01","state":"\#(state)"}]"#
    }
    try member.apply(#""operators":[{"username":"trader-01","name":"A"}]"#)
    #expect(try member.plan(listing("active")) == [])
    try activate("trader-01", in: member)
    #expect(try member.plan(listing("pending")) == [])
    try member.apply(listing("suspended"))
    #expect(try state(member, "trader-01") == "suspended")
    try member.apply(listing("active"))
    #expect(try state(member, "trader-01") == "active")
    let error = try #require(throws: DocumentError.self) {
      try member.apply(listing("offboarded"))
    }
    #expect(error.path == "operators[0].state")
  }

  @Test func `the offboarded do not come back`() throws {
    let member = try ConfiguredMember()
    try member.apply(#""operators":[{"username":"trader-01","name":"A","state":"offboarded"}]"#)
    for state in ["pending", "active", "suspended"] {
      let error = try #require(throws: DocumentError.self) {
        try member.apply(#""operators":[{"username":"trader-01","state":"\#(state)"}]"#)
      }
      #expect(error.path == "operators[0].state")
    }
  }

  @Test func `the offboarded administer nothing, by no document`() throws {
    let member = try ConfiguredMember()
    try member.apply(#""operators":[{"username":"trader-01","name":"A","state":"offboarded"}]"#)
    for operators in ["", #","operators":[{"username":"trader-01"}]"#] {
      let error = try #require(throws: DocumentError.self) {
        try member.apply(#""groups":[{"name":"g","admins":["trader-01"]}]"# + operators)
      }
      #expect(error.path == "groups[0].admins[0]")
    }
    // Nor one that is made as one who has left.
    #expect(throws: IAMError.refused([.operatorNotYours(Username(unchecked: "trader-02"))])) {
      try member.apply(
        #""groups":[{"name":"g","admins":["trader-02"]}],"operators":"#
          + #"[{"username":"trader-02","name":"B","state":"offboarded"}]"#)
    }
  }

  @Test func `a document takes the menus of what it changes`() throws {
    let member = try ConfiguredMember()
    try member.apply(
      #""operators":[{"username":"trader-01","name":"A","menus":["config","roles"]},"#
        + #"{"username":"trader-02","name":"B"}],"groups":[{"name":"默认用户组","admins":"#
        + #"["trader-01"]}]"#)
    try activate("trader-01", in: member)
    try member.apply(#""roles":[{"name":"r"}]"#, as: trader)
    for (sections, menu) in [
      (#""menu_groups":[{"name":"m"}]"#, "menu-groups.write"),
      (#""product_groups":[{"name":"p"}]"#, "product-groups.write"),
      (#""groups":[{"name":"g"}]"#, "groups.write"),
      (#""operators":[{"username":"trader-03","name":"C"}]"#, "operators.create"),
      (#""operators":[{"username":"trader-02","name":"C"}]"#, "operators.update"),
      (#""operators":[{"username":"trader-02","state":"suspended"}]"#, "operators.suspend"),
      (#""operators":[{"username":"trader-02","menus":["trade.listing"]}]"#, "operators.grant"),
    ] {
      #expect(throws: IAMError.denied(.menuNotGranted, menu: try #require(MenuCode(menu)))) {
        try member.apply(sections, as: trader)
      }
    }
  }

  @Test func `operators not listed stay, unless pruned`() throws {
    let member = try ConfiguredMember()
    try member.apply(
      #""roles":[{"name":"r","menus":["trade"]}],"#
        + #""groups":[{"name":"g","admins":["trader-01"]}],"#
        + #""operators":[{"username":"trader-01","name":"A","groups":["g"],"roles":["r"]},"#
        + #"{"username":"trader-02","name":"B","roles":["r"]}]"#)
    let rest = #""operators":[{"username":"trader-02","roles":["r"]}]"#
    #expect(try member.plan(rest) == [])
    let planned = try member.plan(rest, prune: true)
    #expect(try member.apply(rest, prune: true) == planned)
    #expect(planned.map { $0.key ?? "" } == ["admins", "groups", "roles", "state"])
    #expect(try state(member, "trader-01") == "suspended")
    #expect(try member.entry("groups", "g")?["admins"] == [])
    #expect(try member.plan(rest, prune: true) == [])
    let held = try member.exchange.registry.database.read { reading in
      try reading.exists(
        """
        SELECT 1 FROM holding h JOIN operator o ON o.id = h.operator_id
        WHERE o.username = 'trader-01'
        """)
    }
    #expect(!held)
  }

  @Test func `what others depend on does not go, and is named with them`() throws {
    let member = try ConfiguredMember()
    try member.apply(
      #""menu_groups":[{"name":"m"}],"roles":[{"name":"r"},{"name":"s","roles":["r"]}],"#
        + #""groups":[{"name":"g","menu_groups":["m"]}],"#
        + #""operators":[{"username":"trader-01","name":"A","group":"g","roles":["r"]}]"#)
    #expect(throws: IAMError.conflict(.inUse(.role, "r", by: ["trader-01"]))) {
      try member.apply(#""roles":[{"name":"s"}]"#)
    }
    #expect(throws: IAMError.conflict(.inUse(.group, "g", by: ["trader-01"]))) {
      try member.apply(#""groups":[]"#)
    }
    #expect(throws: IAMError.conflict(.inUse(.menuGroup, "m", by: ["g"]))) {
      try member.apply(#""menu_groups":[]"#)
    }
    try member.apply(
      #""menu_groups":[],"roles":[],"groups":[],"operators":[{"username":"trader-01"}]"#)
    #expect(try member.entry("roles", "r") == nil)
    #expect(try member.entry("operators", "trader-01")?["group"] == "默认用户组")
  }

  @Test func `the gate judges the whole, in whatever order the document says it`() throws {
    let member = try ConfiguredMember()
    let outside = try IAMError.refused([
      .outside(
        .role(name("r")), items: [.menu(MenuCode(unchecked: "trade.efp"))], ceiling: .entitlement)
    ])
    #expect(throws: outside) {
      try member.apply(#""roles":[{"name":"r","menus":["trade.efp"]}]"#)
    }
    let separated = #""separations":[{"name":"s","kind":"static","limit":2,"roles":["a","b"]}]"#
    let roles = #""roles":[{"name":"a"},{"name":"b"}]"#
    let person = #""operators":[{"username":"trader-01","name":"A","roles":["b","a"]}]"#
    let violation = try IAMError.refused([
      .separation(name: name("s"), trader, roles: [name("a"), name("b")])
    ])
    for order in [[separated, roles, person], [person, separated, roles]] {
      #expect(throws: violation) { try member.apply(order.joined(separator: ",")) }
    }
    try member.apply(#""roles":[{"name":"a"},{"name":"b"}],\#(person)"#)
    #expect(throws: violation) { try member.apply(separated) }
  }

  @Test func `a group's administrator applies what its group may hand out, and no more`() throws {
    let member = try ConfiguredMember()
    try member.apply(
      #""roles":[{"name":"r","menus":["trade"]}],"groups":[{"name":"g","pool":{"menus":"#
        + #"["trade.listing","config","operators","separation"],"products":["PNG"],"accounts":["*"]},"#
        + #""admins":["trader-01"]},{"name":"h","pool":"all"}],"operators":["#
        + #"{"username":"trader-01","name":"A","group":"g","menus":["config","operators","separation"]},"#
        + #"{"username":"trader-02","name":"B","group":"h"}]"#)
    try activate("trader-01", in: member)
    try member.apply(
      #""operators":[{"username":"trader-03","name":"C","group":"g","menus":"#
        + #"["trade.listing.view"]}]"#, as: trader)
    let refused: [String] = [
      #""operators":[{"username":"trader-04","name":"D","group":"h"}]"#,
      #""operators":[{"username":"trader-03","group":"g","menus":["delivery"]}]"#,
      #""operators":[{"username":"trader-01","group":"g","menus":["operators","trade.listing"]}]"#,
    ]
    for sections in refused {
      let error = try #require(throws: IAMError.self) { try member.apply(sections, as: trader) }
      guard case .refused = error else { return #expect(Bool(false), "\(error)") }
    }
    // Who is not seen is a username that is taken.
    let taken = try #require(throws: DocumentError.self) {
      try member.apply(
        #""operators":[{"username":"trader-02","name":"X","group":"h"}]"#, as: trader)
    }
    #expect(taken.path == "operators[0].username")
    try member.apply(
      #""roles":[{"name":"r","menus":["trade"]},{"name":"q"}],"separations":"#
        + #"[{"name":"s","kind":"static","limit":2,"roles":["q","r"]}]"#)
    #expect(throws: IAMError.refused([.groupNotYours(.rootGroup)])) {
      try member.apply(#""separations":[]"#, as: trader)
    }
  }

  @Test func `nobody sees another tenant, and staff act in all`() throws {
    let member = try ConfiguredMember()
    let other = Username(unchecked: "master-02")
    try member.exchange.addMember(other)
    for sections in ["", #""roles":[]"#] {
      #expect(throws: IAMError.notFound(.tenant, "M000001")) {
        try member.apply(sections, as: other)
      }
    }
    let document = try member.document("")
    #expect(throws: IAMError.notFound(.tenant, "M000001")) {
      try member.exchange.registry.inquire(as: .unchecked(other)) { try $0.plan(document) }
    }
    try member.apply(#""roles":[{"name":"r"}]"#, as: TestExchange.staff)
    #expect(try member.entry("roles", "r") != nil)
  }

  @Test func `a dry run shows the same and leaves nothing`() throws {
    let member = try ConfiguredMember()
    let before = try member.export()
    let sections = #""roles":[{"name":"r","menus":["trade"]}]"#
    #expect(try member.apply(sections, dryRun: true) == (try member.plan(sections)))
    #expect(try member.export() == before)
  }
}
