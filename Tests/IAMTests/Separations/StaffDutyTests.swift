import Policy
import TestSupport
import Testing

@testable import IAM

/// What keeps the duties of the exchange's staff apart stays as it was made, whichever way it would
/// be changed.
@Suite struct StaffDutyTests {
  private let exchange: TestExchange

  init() throws { exchange = try TestExchange() }

  private static let set = StaffDuty.separation
  private static let kept = IAMError.conflict(.builtIn(.separation, set.text))

  /// Makes a change as the first member of staff.
  @discardableResult
  private func act<Answer>(_ body: (borrowing Change) throws -> Answer) throws -> Answer {
    try exchange.registry.change(as: .unchecked(TestExchange.staff)) { try body($0) }
  }

  private func document(_ sections: String) throws -> ConfigurationDocument {
    let text = #"{"format":"iamctl/1","tenant":"EX",\#(sections)}"#
    return try ConfigurationDocument(reading: Array(text.utf8))
  }

  @discardableResult
  private func apply(_ sections: String) throws -> [ConfigurationDifference] {
    let document = try document(sections)
    return try act { try $0.apply(document) }
  }

  private func export() throws -> ConfigurationDocument {
    try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) { try $0.configuration() }
  }

  /// The built-in set as a document lists it, with some of its values replaced.
  private static func listing(
    kind: String = "static", mode: String = "enforce", limit: Int = 2,
    roles: [String] = StaffDuty.allCases.map(\.role.text)
  ) -> String {
    let roles = roles.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"name":"\#(set)","kind":"\#(kind)","mode":"\#(mode)","limit":\#(limit),"#
      + #""roles":[\#(roles)]}"#
  }

  @Test(arguments: [
    "", listing(kind: "dynamic"), listing(mode: "record"), listing(limit: 3),
    listing(roles: ["系统管理员", "安全管理员"]),
    listing(roles: ["系统管理员", "安全管理员", "审计管理员", "其他"]),
  ])
  func `no document takes the built-in set away or changes it`(listing: String) throws {
    try act { try $0.createRole("其他") }
    let before = try export()
    #expect(throws: Self.kept) { try apply(#""separations":[\#(listing)]"#) }
    #expect(try export() == before)
  }

  @Test func `no command takes the built-in set away or changes it`() throws {
    try act { try $0.createRole("其他") }
    let before = try export()
    #expect(throws: Self.kept) { try act { try $0.deleteSeparation(Self.set) } }
    #expect(throws: Self.kept) { try act { try $0.setLimit(3, ofSeparation: Self.set) } }
    #expect(throws: Self.kept) { try act { try $0.add("其他", toSeparation: Self.set) } }
    #expect(throws: Self.kept) {
      try act { try $0.remove(StaffDuty.audit.role, fromSeparation: Self.set) }
    }
    #expect(try export() == before)
  }

  @Test func `a document may list the built-in set as it is, or leave it out`() throws {
    let own = #"{"name":"另一组","kind":"static","limit":2,"roles":["系统管理员","审计管理员"]}"#
    #expect(try apply(#""separations":[\#(Self.listing()),\#(own)]"#).map(\.name) == ["另一组"])
    #expect(try apply(#""separations":[\#(Self.listing())]"#).map(\.kind) == [.removed])
    #expect(try apply(#""menu_groups":[{"name":"一组"}]"#).map(\.name) == ["一组"])
    let document = try export()
    #expect(try act { try $0.apply(document, prune: true) } == [])
  }

  @Test(arguments: StaffDuty.allCases)
  func `the role of a duty keeps its name and stays`(duty: StaffDuty) throws {
    let before = try export()
    #expect(throws: IAMError.conflict(.builtIn(.role, duty.role.text))) {
      try act { try $0.renameRole(duty.role, to: "改名") }
    }
    // Nor does another take its place.
    #expect(throws: Self.kept) {
      try act { change in
        try change.renameRole(duty.role, to: "改名")
        try change.createRole(duty.role)
      }
    }
    let inUse = IAMError.conflict(.inUse(.role, duty.role.text, by: [Self.set.text]))
    #expect(throws: inUse) { try act { try $0.deleteRole(duty.role) } }
    let others = StaffDuty.allCases.filter { $0 != duty }.map(\.role.text)
    let roles = others.map { #"{"name":"\#($0)"}"# }.joined(separator: ",")
    #expect(throws: inUse) { try apply(#""roles":[\#(roles)]"#) }
    #expect(throws: IAMError.conflict(.builtIn(.role, duty.role.text))) {
      try apply(#""roles":[\#(roles)],"separations":[\#(Self.listing(roles: others))]"#)
    }
    #expect(try export() == before)
  }

  @Test func `what a duty takes is the exchange's to say, as its set's name is elsewhere`() throws {
    try act { try $0.grant(RoleParts(menus: ["exchange.members.read"]), toRole: "审计管理员") }
    let master: Username = "master-01"
    try exchange.addMember(master)
    try exchange.registry.change(as: .unchecked(master)) { change in
      for role in ["甲", "乙"] as [Name] { try change.createRole(role) }
      try change.createSeparation(
        Separation(name: Self.set, kind: .static, limit: 2, roles: ["甲", "乙"]))
      try change.deleteSeparation(Self.set)
    }
  }

  @Test func `a damaged set is found, and can be made again but not made worse`() throws {
    let raw = try Connection.open(
      path: exchange.path, access: .readWrite, context: exchange.registry.database.context)
    try raw.run(
      script: "UPDATE separation SET mode = 'record', role_limit = 3; DELETE FROM touched")
    #expect(
      try Registry.examine(exchange.path) == [StoreProblem(.staffDuty, Self.set.text)])
    try act { try $0.createRole("其他") }
    #expect(throws: Self.kept) { try apply(#""separations":[]"#) }
    #expect(throws: Self.kept) {
      try apply(#""separations":[\#(Self.listing(mode: "record", limit: 2))]"#)
    }
    try apply(#""separations":[\#(Self.listing())]"#)
    #expect(try Registry.examine(exchange.path) == [])
    try raw.run(
      script: "DELETE FROM separation_role; DELETE FROM separation; DELETE FROM touched")
    #expect(
      try Registry.examine(exchange.path) == [StoreProblem(.staffDuty, Self.set.text)])
    try act { change in
      try change.createSeparation(
        Separation(
          name: Self.set, kind: .static, limit: 2, roles: Set(StaffDuty.allCases.map(\.role))))
    }
    #expect(try Registry.examine(exchange.path) == [])
  }
}
