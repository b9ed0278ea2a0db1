import Foundation
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// What `apply` would refuse is told by `plan`, and ends a dry run as it would end `apply`.
@Suite struct PlannedRefusalTests {
  private let program: LoggedIn

  init() throws {
    program = try LoggedIn(as: Username(unchecked: "master-01"))
    try apply(
      #""groups":[{"name":"部","parent":"默认用户组","admins":["admin-01"]}],"#
        + #""operators":[{"username":"admin-01","name":"A"}],"roles":[{"name":"a"},{"name":"b"}]"#)
    try activate("admin-01")
  }

  private func document(_ sections: String) throws -> String {
    let text = #"{"format":"iamctl/1","tenant":"M000001",\#(sections)}"#
    try text.write(toFile: program.file("tenant.json"), atomically: true, encoding: .utf8)
    return program.file("tenant.json")
  }

  private func apply(_ sections: String) throws {
    let applied = program.ran("apply", try document(sections))
    try #require(applied.exit == 0, "\(applied.errors)")
  }

  /// Gives an operator a login of its own, as if it had taken the first steps.
  private func activate(_ name: String) throws {
    let registry = program.exchange.registry
    let hash = try registry.services.hasher.hash(try Secret(password: TestExchange.password))
    try registry.change(as: .nobody) { change in
      let tenant = try change.reading.tenantID(try #require(TenantCode("M000001")))
      let id = try change.reading.operatorID(Username(unchecked: name), in: tenant)
      try change.perform(Intent("test.activate", in: tenant, on: name, need: .nothing)) {
        try change.setCredential(.login, of: id, hash: hash)
        try change.execute("UPDATE operator SET state = 'active' WHERE id = ?", id)
        return Recorded()
      }
    }
  }

  @Test(
    arguments: [
      (#""roles":[{"name":"r","menus":["trade.efp"]}]"#, 77, "trade.efp"),
      (
        #""groups":[{"name":"部","parent":"默认用户组","admins":[]}]"#, 76,
        "nobody who can log in would administer `部` any more"
      ),
      (
        #""operators":[{"username":"trader-01","name":"B","roles":["a","b"]}],"separations":"#
          + #"[{"name":"s","kind":"static","limit":2,"roles":["a","b"]}]"#,
        76, "separation of duty `s`: `trader-01` would hold a, b"
      ),
    ] as [(String, Int32, String)])
  func `a plan tells what applying would end in, and prints the differences`(
    sections: String, exit: Int32, reason: String
  ) throws {
    let file = try document(sections)
    var before = (program.ran("export").output, try program.exchange.rowCounts())
    let plan = program.ran("plan", file)
    #expect(plan.exit == 1 && !plan.output.isEmpty)
    #expect((program.ran("export").output, try program.exchange.rowCounts()) == before)
    let dry = program.ran("apply", file, "--dry-run")
    // Trying it is denied on the record; a plan only tells.
    before.1[6] += 1
    #expect((program.ran("export").output, try program.exchange.rowCounts()) == before)
    let applied = program.ran("apply", file)
    #expect(applied.exit == exit && applied.errors.contains(reason))
    #expect(dry.exit == exit && dry.errors == applied.errors && dry.output.isEmpty)
    let message = try #require(applied.errors.split(separator: "\n").first).dropFirst(7)
    #expect(plan.errors == "`apply` would be refused: \(message)\n")
    #expect(program.ran("plan", file, "--json").errors.isEmpty)
  }

  @Test func `a plan that could be applied tells nothing more`() throws {
    let plan = program.ran(
      "plan", try document(#""roles":[{"name":"c"},{"name":"a"},{"name":"b"}]"#))
    #expect(plan.exit == 1 && plan.errors.isEmpty)
    #expect(program.ran("plan", try document(#""roles":[{"name":"a"},{"name":"b"}]"#)).exit == 0)
  }
}
