import Policy
import TestSupport
import Testing

@testable import IAM

/// A document has the limits of the commands; what is beyond them already may stay as it is.
@Suite struct ConfigurationLimitTests {
  private let member: ConfiguredMember

  init() throws { member = try ConfiguredMember() }

  /// Roles that each include the one before, and groups that each hang below the one before.
  private func roles(_ count: Int) -> String {
    let list = (0..<count).map {
      #"{"name":"r\#($0)","roles":[\#($0 == 0 ? "" : "\"r\($0 - 1)\"")]}"#
    }
    return #""roles":[\#(list.joined(separator: ","))]"#
  }

  private func groups(_ count: Int) -> String {
    let list = (0..<count).map {
      #"{"name":"g\#($0)","parent":"\#($0 == 0 ? "默认用户组" : "g\($0 - 1)")"}"#
    }
    return #""groups":[\#(list.joined(separator: ","))]"#
  }

  private func expectRefusal(
    _ sections: String, at path: String, saying text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = try #require(throws: DocumentError.self, sourceLocation: sourceLocation) {
      try member.apply(sections)
    }
    #expect(error.path == path, sourceLocation: sourceLocation)
    #expect(
      error.wording.en.contains(text), "\(error.wording.en)", sourceLocation: sourceLocation)
  }

  @Test func `roles are nested as deep as by the commands`() throws {
    try expectRefusal(roles(17), at: "roles[16].roles", saying: "deeper than 16 levels")
    try member.apply(roles(16))
    try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
      try $0.createRole("r16")
    }
    #expect(throws: IAMError.conflict(.tooDeep(.role, "r16", limit: 16))) {
      try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
        try $0.grant(RoleParts(roles: ["r15"]), toRole: "r16")
      }
    }
  }

  @Test func `groups are nested as deep as by the commands, the root group counted`() throws {
    try expectRefusal(groups(16), at: "groups[15].parent", saying: "deeper than 16 levels")
    try member.apply(groups(15))
    #expect(throws: IAMError.conflict(.tooDeep(.group, "g15", limit: 16))) {
      try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
        try $0.createGroup("g15", parent: "g14")
      }
    }
  }

  @Test func `what is nested too deep already may stay, and comes no deeper`() throws {
    try member.apply(roles(16) + "," + groups(15))
    let raw = try Connection.open(
      path: member.exchange.path, access: .readWrite,
      context: member.exchange.registry.database.context)
    try raw.run(
      script: """
        INSERT INTO role SELECT 900, tenant_id, 'r16', 0 FROM role WHERE name = 'r15';
        INSERT INTO role_inclusion SELECT 900, id FROM role WHERE name = 'r15';
        INSERT INTO user_group SELECT 900, tenant_id, 'g15', id, 0, 0, NULL, 0 FROM user_group
          WHERE name = 'g14';
        UPDATE counter SET value = 900 WHERE name IN ('role', 'group'); DELETE FROM touched
        """)
    let document = try member.export()
    #expect(
      try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
        try $0.apply(document)
      } == [])
    #expect(try member.apply(roles(17) + "," + groups(16)) == [])
    try expectRefusal(roles(18), at: "roles[17].roles", saying: "deeper than 16 levels")
    try expectRefusal(groups(17), at: "groups[16].parent", saying: "deeper than 16 levels")
  }

  @Test(arguments: ["2026-01-04", "2026-01-05T10:00:00+08:00"])
  func `nothing is given that is over already`(end: String) throws {
    let expired = #"{"role":"r","until":"\#(end)"}"#
    let role = #""roles":[{"name":"r"}],"#
    try expectRefusal(
      role + #""operators":[{"username":"trader-01","name":"A","roles":[\#(expired)]}]"#,
      at: "operators[0].roles[0].until", saying: "must lie in the future")
    try expectRefusal(
      role + #""groups":[{"name":"g","roles":[\#(expired)]}]"#,
      at: "groups[0].roles[0].until", saying: "must lie in the future")
  }

  @Test func `what has run out since stays in an export, which changes nothing`() throws {
    let end = "2026-01-06T00:00:00Z"
    func sections(_ end: String, name: String = "A") -> String {
      let given = #""roles":[{"role":"r","until":"\#(end)"}]"#
      return #""roles":[{"name":"r"}],"groups":[{"name":"g",\#(given)}],"#
        + #""operators":[{"username":"trader-01","name":"\#(name)",\#(given)}]"#
    }
    try member.apply(sections(end))
    member.exchange.clock.advance(by: .seconds(7 * 24 * 3600))
    let document = try member.export()
    #expect(document.json.text().contains(end))
    #expect(
      try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
        try $0.apply(document, prune: true)
      } == [])
    // What else differs is changed beside it.
    #expect(try member.apply(sections(end, name: "B")).map(\.key) == ["name"])
    // Another end that is over is a new grant.
    try expectRefusal(
      sections("2026-01-07T00:00:00Z", name: "B"), at: "groups[0].roles[0].until",
      saying: "must lie in the future")
  }
}
