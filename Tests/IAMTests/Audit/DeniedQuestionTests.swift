import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// Every denial leaves its row, also that of a question and of what was only tried.
struct DeniedQuestionTests {
  private let cast: Cast
  private let trader = Identity.unchecked(Cast.trader)

  init() throws { cast = try Cast() }

  private func rows() throws -> [String] {
    try cast.registry.database.read { reading in
      try reading.all(
        "SELECT actor, event, object, tenant, outcome, reason FROM audit WHERE outcome = 'denied'"
      ) { row in try (0..<6).map { try row.text($0) }.joined(separator: " ") }
    }
  }

  private func size() throws -> Int64 { try cast.number("SELECT count(*) FROM audit") }

  /// A question, and the menu that it takes.
  struct Question: CustomTestStringConvertible {
    var event: String
    var object = ""
    var reason = "menu-not-granted"
    var ask: @Sendable (borrowing Inquiry) throws -> Void

    var testDescription: String { event }
  }

  static let questions = [
    Question(event: "operators.read") { _ = try $0.operators() },
    Question(event: "config.export") { _ = try $0.configuration() },
    Question(event: "audit.read") { _ = try $0.auditEntries() },
    Question(event: "exchange.audit.read", reason: "outside-entitlement") {
      _ = try $0.verifyAudit()
    },
    Question(event: "exchange.members.read", reason: "outside-entitlement") {
      _ = try $0.members()
    },
    Question(event: "operators.read") { _ = try $0.whoCan(WhoCan(menu: "trade.listing.view")) },
    Question(event: "operators.read", object: "master-01") { _ = try $0.can("master-01") },
    Question(event: "operators.read", object: "master-01") {
      _ = try $0.check(Check(operator: "master-01", menu: "trade"))
    },
    Question(event: "operators.read") {
      _ = try $0.check(Check(operator: "Pa55-word-of-mine", menu: "trade"))
    },
    Question(event: "sessions.read") { _ = try $0.sessions(of: "master-01") },
    Question(
      event: "operator.verify-untouched", object: "trader-01", reason: "group-not-yours"
    ) { _ = try $0.untouchedDifferences() },
    Question(event: "policy.read") { _ = try $0.explainPasswordPolicy(for: "master-01") },
  ]

  @Test(arguments: questions, [false, true])
  func `a denied question leaves one row, whatever the store was opened for`(
    question: Question, readOnly: Bool
  ) throws {
    let registry = try Registry(
      opening: cast.exchange.path, readOnly: readOnly, services: cast.registry.services)
    let before = try size()
    let error = #expect(throws: IAMError.self) {
      try registry.inquire(as: trader) { try question.ask($0) }
    }
    #expect(error?.isDenial == true)
    #expect(
      try rows() == [
        "trader-01 \(question.event) \(question.object) M000001 denied \(question.reason)"
      ])
    #expect(try size() == before + 1)
  }

  @Test func `what is denied to staff about a member stands in the member's trail`() throws {
    let other = Username(unchecked: "staff-02")
    try cast.add(other, to: .exchange)
    #expect(throws: IAMError.self) {
      try cast.registry.inquire(as: .unchecked(other)) { try $0.can("trader-01") }
    }
    #expect(
      try rows() == ["staff-02 operators.read trader-01 M000001 denied menu-not-granted"])
  }

  @Test func `a question that is answered writes nothing`() throws {
    let registry = try Registry(
      opening: cast.exchange.path, readOnly: true, services: cast.registry.services)
    let before = try size()
    try registry.inquire(as: .unchecked(Cast.master)) { inquiry in
      _ = try inquiry.operators()
      _ = try inquiry.whoCan(WhoCan(menu: "trade.listing.view"))
      _ = try inquiry.sessions()
    }
    // Without the menu one sees one's own sessions: no denial.
    _ = try registry.inquire(as: trader) { try $0.sessions() }
    #expect(try size() == before)
  }

  @Test func `where no row can be written the question is denied all the same`() throws {
    let registry = try Registry(
      opening: cast.exchange.path, readOnly: true, services: cast.registry.services)
    let lock = registry.database.file.lockPath
    try FileManager.default.removeItem(atPath: lock)
    try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
    let before = try size()
    let denied = IAMError.denied(.menuNotGranted, menu: MenuCode(unchecked: "operators.read"))
    #expect(throws: denied) { try registry.inquire(as: trader) { _ = try $0.operators() } }
    #expect(try size() == before)
  }

  @Test func `a denied dry run leaves one row, an allowed one none`() throws {
    let run = { (identity: Identity) in
      try cast.registry.change(as: identity, dryRun: true) { try $0.createRole("甲") }
    }
    #expect(throws: IAMError.self) { try run(trader) }
    #expect(try rows() == ["trader-01 role.create 甲 M000001 denied menu-not-granted"])
    let before = try size()
    _ = try run(.unchecked(Cast.master))
    #expect(try size() == before)
  }

  @Test func `caring for another file is denied on the record, also where the store is only read`()
    throws
  {
    let registry = try Registry(
      opening: cast.exchange.path, readOnly: true, services: cast.registry.services)
    #expect(throws: IAMError.self) {
      try registry.requireCare(as: trader, for: "backup.verify", on: "copy.db")
    }
    #expect(throws: IAMError.self) {
      try cast.registry.backup(as: trader, to: "copy.db", dryRun: true)
    }
    #expect(
      try rows() == [
        "trader-01 backup.verify copy.db M000001 denied outside-entitlement",
        "trader-01 backup.create copy.db M000001 denied outside-entitlement",
      ])
  }
}
