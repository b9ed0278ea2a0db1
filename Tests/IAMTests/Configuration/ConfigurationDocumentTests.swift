import IAM
import Policy
import TestSupport
import Testing

/// The document: its form, and every way in which it can be wrong.
@Suite struct ConfigurationDocumentTests {
  private static let whole = #"""
    "menu_groups":[{"name":"交易员","menus":["trade","delivery.declare"]}],
    "product_groups":[{"name":"管道气","products":["PNG","PNG.SH"]}],
    "roles":[{"name":"查询","menus":["trade.listing.view"],"products":["PNG"],"accounts":["*"]},
      {"name":"班长","menus":["delivery"],"products":[],"accounts":["T000001-GAS-01"],
       "roles":["查询"]}],
    "groups":[{"name":"一部","parent":"默认用户组","pool":{"menus":["trade","delivery"],
        "products":["PNG"],"accounts":["T000001-GAS-01"]},
       "roles":["查询",{"role":"班长","from":"2026-03-01","until":"2026-04-01T00:00:00+08:00"}],
       "menu_groups":["交易员"],"product_groups":["管道气"],"accounts":["*"],"admins":["trader-01"]},
      {"name":"二部","parent":"一部","pool":"all"}],
    "operators":[{"username":"trader-01","name":"张三","group":"一部","groups":["二部"],
       "menu_groups":["交易员"],"product_groups":["管道气"],"menus":["delivery.view"],
       "products":["PNG.BJ.D1"],"accounts":["T000001-GAS-01"],"roles":["查询"],
       "state":"active"},{"username":"clerk-001","name":"李四","state":"suspended"}],
    "separations":[{"name":"不相容","kind":"static","limit":2,"roles":["班长","查询"]},
      {"name":"观察","kind":"dynamic","mode":"record","limit":2,"roles":["班长","查询"]}]
    """#

  @Test func `an export names everything in the fixed order, and twice the same bytes`() throws {
    let member = try ConfiguredMember()
    try member.apply(Self.whole.replacing(#""kind":"static""#, with: #""kind":"dynamic""#))
    let document = try member.export()
    #expect(document.json.text() == (try member.export()).json.text())
    guard case .object(let sections) = document.json else { return #expect(Bool(false)) }
    #expect(
      sections.map(\.key) == [
        "format", "tenant", "menu_groups", "product_groups", "roles", "groups", "operators",
        "separations",
      ])
    #expect(
      try member.entry("operators", "trader-01")?.text()
        == #"{"username":"trader-01","name":"张三","group":"一部","groups":["二部"],"#
        + #""menu_groups":["交易员"],"product_groups":["管道气"],"menus":["delivery.view"],"#
        + #""products":["PNG.BJ.D1"],"accounts":["T000001-GAS-01"],"roles":["查询"],"#
        + #""state":"pending"}"#)
    #expect(
      try member.entry("groups", "一部")?.text()
        == #"{"name":"一部","parent":"默认用户组","pool":{"menus":["delivery","trade"],"#
        + #""products":["PNG"],"accounts":["T000001-GAS-01"]},"roles":["查询",{"role":"班长","#
        + #""from":"2026-02-28T16:00:00Z","until":"2026-03-31T16:00:00Z"}],"#
        + #""menu_groups":["交易员"],"product_groups":["管道气"],"accounts":["*"],"#
        + #""admins":["trader-01"]}"#)
    #expect(
      try member.entry("groups", "默认用户组")?.text()
        == #"{"name":"默认用户组","parent":null,"pool":"all","roles":[],"menu_groups":[],"#
        + #""product_groups":[],"accounts":[],"admins":[]}"#)
    #expect(
      try member.entry("separations", "观察")?.text()
        == #"{"name":"观察","kind":"dynamic","mode":"record","limit":2,"roles":["查询","班长"]}"#)
    guard case .array(let roles)? = document.json["roles"] else { return #expect(Bool(false)) }
    #expect(roles.map { $0["name"] } == ["查询", "班长"])
  }

  @Test func `applying an export changes nothing, not even the revision`() throws {
    let member = try ConfiguredMember()
    try member.apply(Self.whole.replacing(#""kind":"static""#, with: #""kind":"dynamic""#))
    let document = try member.export()
    let (before, differences, after) = try member.exchange.registry.change(
      as: .unchecked(ConfiguredMember.master)
    ) { change in
      (
        try change.revision(of: member.tenant), try change.apply(document, prune: true),
        try change.revision(of: member.tenant)
      )
    }
    #expect(differences == [])
    #expect(before == after)
  }

  @Test func `a section not given stays, a section given is made exactly so`() throws {
    let member = try ConfiguredMember()
    try member.apply(#""menu_groups":[{"name":"a1","menus":["trade"]},{"name":"b1"}]"#)
    #expect(try member.plan("") == [])
    #expect(try member.plan(#""roles":[]"#) == [])
    let differences = try member.apply(#""menu_groups":[{"name":"a1","menus":["delivery"]}]"#)
    #expect(differences.map(\.name) == ["a1", "b1"])
    #expect(differences.map(\.kind) == [.changed, .removed])
    #expect(differences[0].key == "menus")
    #expect(differences[0].before == ["trade"] && differences[0].after == ["delivery"])
    #expect(try member.entry("menu_groups", "b1") == nil)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let sections: String
    let path: String
    let says: String
    var testDescription: String { path + " " + says }

    init(_ sections: String, _ path: String, _ says: String) {
      self.sections = sections
      self.path = path
      self.says = says
    }
  }

  static let refusals: [Refusal] = [
    Refusal(#""roles":{}"#, "roles", "expected an array"),
    Refusal(#""role":[]"#, "role", "unknown key"),
    Refusal(#""roles":[{"menus":[]}]"#, "roles[0].name", "missing"),
    Refusal(#""roles":[{"name":"a","menu":[]}]"#, "roles[0].menu", "unknown key"),
    Refusal(#""roles":[{"name":" a"}]"#, "roles[0].name", "visible characters"),
    Refusal(#""roles":[{"name":"a"},{"name":"a"}]"#, "roles[1].name", "stands twice"),
    Refusal(
      #""roles":[{"name":"é"},{"name":"e\#u{301}"}]"#, "roles[1].name", "stands twice"),
    Refusal(#""roles":[{"name":"a","menus":["trade.x"]}]"#, "roles[0].menus[0]", "no menu"),
    Refusal(#""roles":[{"name":"a","menus":["Trade"]}]"#, "roles[0].menus[0]", "malformed"),
    Refusal(
      #""roles":[{"name":"a","menus":["trade","trade"]}]"#, "roles[0].menus[1]", "twice"),
    Refusal(
      #""roles":[{"name":"a","products":["PNG.SH.D9"]}]"#, "roles[0].products[0]",
      "no product"),
    Refusal(
      #""roles":[{"name":"a","products":["PNG.SH","PNG-SH"]}]"#, "roles[0].products[1]",
      "twice"),
    Refusal(
      #""roles":[{"name":"a","accounts":["T000002-GAS-01"]}]"#, "roles[0].accounts[0]",
      "no account"),
    Refusal(#""roles":[{"name":"a","roles":["b"]}]"#, "roles[0].roles[0]", "no role"),
    Refusal(#""roles":[{"name":"a","roles":["a"]}]"#, "roles[0].roles[0]", "contain itself"),
    Refusal(
      #""roles":[{"name":"c"},{"name":"a","roles":["c","b"]},{"name":"b","roles":["a"]}]"#,
      "roles[1].roles[1]", "contain itself"),
    Refusal(
      #""groups":[{"name":"a","parent":"b"},{"name":"b","parent":"a"}]"#, "groups[0].parent",
      "contain itself"),
    Refusal(#""groups":[{"name":"a","parent":"b"}]"#, "groups[0].parent", "no group"),
    Refusal(#""groups":[{"name":"a","pool":"some"}]"#, "groups[0].pool", "unknown word"),
    Refusal(#""groups":[{"name":"a","pool":{"menus":1}}]"#, "groups[0].pool.menus", "array"),
    Refusal(#""groups":[{"name":"a","admins":["nobody-1"]}]"#, "groups[0].admins[0]", "no op"),
    Refusal(
      #""groups":[{"name":"默认用户组","pool":{}}]"#, "groups[0].pool", "root group"),
    Refusal(
      #""groups":[{"name":"默认用户组","parent":"默认用户组"}]"#, "groups[0].parent", "root group"),
    Refusal(#""operators":[{"username":"alice"}]"#, "operators[0].username", "not a username"),
    Refusal(#""operators":[{"username":"alice-01"}]"#, "operators[0].name", "missing"),
    Refusal(
      #""operators":[{"username":"alice-01","name":"A","group":"x"}]"#, "operators[0].group",
      "no group"),
    Refusal(
      #""operators":[{"username":"alice-01","name":"A","groups":["默认用户组"]}]"#,
      "operators[0].groups", "twice"),
    Refusal(
      #""operators":[{"username":"alice-01","name":"A","roles":["r"]}]"#,
      "operators[0].roles[0]", "no role"),
    Refusal(
      #""operators":[{"username":"alice-01","name":"A","state":"gone"}]"#,
      "operators[0].state", "unknown word"),
    Refusal(
      #""operators":[{"username":"alice-01","name":"A"},{"username":"ALICE-01","name":"A"}]"#,
      "operators[1].username", "is taken"),
    Refusal(
      #""operators":[{"username":"staff-01","name":"A"}]"#, "operators[0].username",
      "is taken"),
    Refusal(
      #""operators":[{"username":"alice-01","name":"A","menus":["trade"],"state":"offboarded"}]"#,
      "operators[0].state", "holds nothing"),
    Refusal(
      #""operators":[{"username":"master-01","name":"管理员","menus":["trade"]}]"#,
      "operators[0]", "master"),
    Refusal(
      #""roles":[{"name":"r"}],"operators":[{"username":"alice-01","name":"A","roles":"#
        + #"[{"role":"r","from":"2026-02-30"}]}]"#, "operators[0].roles[0].from", "not a time"),
    Refusal(
      #""roles":[{"name":"r"}],"operators":[{"username":"alice-01","name":"A","roles":"#
        + #"[{"role":"r","from":"2026-02-02","until":"2026-02-02"}]}]"#,
      "operators[0].roles[0].until", "after"),
    Refusal(
      #""roles":[{"name":"r"}],"separations":[{"name":"s","kind":"static","limit":2,"#
        + #""roles":["r"]}]"#, "separations[0].limit", "number of roles"),
    Refusal(
      #""separations":[{"name":"s","kind":"fixed","limit":2,"roles":[]}]"#,
      "separations[0].limit", "number of roles"),
  ]

  @Test(arguments: refusals)
  func `what is wrong is told with its path, and nothing is applied`(refusal: Refusal) throws {
    let member = try Self.shared.get()
    let before = try member.export()
    let error = try #require(throws: DocumentError.self) {
      try member.apply(refusal.sections)
    }
    #expect(error.path == refusal.path)
    #expect(error.wording.en.contains(refusal.says), "\(error.wording.en)")
    #expect(throws: error) { try member.plan(refusal.sections) }
    #expect(try member.export() == before)
  }

  private static let shared = Result { try ConfiguredMember() }

  @Test(arguments: [
    (#"{"tenant":"M000001"}"#, "format"), (#"{"format":"iamctl/2","tenant":"M1"}"#, "format"),
    (#"{"format":"iamctl/1"}"#, "tenant"), (#"{"format":"iamctl/1","tenant":"m1"}"#, "tenant"),
    (#"[]"#, ""),
  ])
  func `a document of another form is refused`(text: String, path: String) throws {
    let error = try #require(throws: DocumentError.self) {
      try ConfigurationDocument(reading: Array(text.utf8))
    }
    #expect(error.path == path)
  }

  @Test func `nesting has an end`() throws {
    let deep = String(repeating: "[", count: 9) + String(repeating: "]", count: 9)
    #expect(throws: JSONReadingError.self) {
      try ConfigurationDocument(reading: Array(deep.utf8))
    }
  }
}
