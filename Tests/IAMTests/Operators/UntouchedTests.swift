import Policy
import TestSupport
import Testing

@testable import IAM

/// A new administrator checks that nobody used its account. C3, C8.
@Suite struct UntouchedTests {
  private let firm: Firm

  init() throws { firm = try Firm() }

  @Test func `a fresh account is untouched`() throws {
    #expect(try firm.ask { try $0.untouchedDifferences() } == [])
  }

  @Test func `everything that somebody left behind is told`() throws {
    try firm.hire("trader-001")
    try firm.act { change in
      try change.createGroup("交易部")
      try change.createRole("交易员")
    }
    try firm.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.login", in: 1, on: "master-01", need: .nothing)) {
        let id = try change.reading.findOperator(Firm.master)?.id ?? 0
        try change.execute(
          "INSERT INTO login_record (operator_id, first_login_at, last_login_at) VALUES (?, 5, 5)",
          id)
        return Recorded()
      }
    }
    #expect(
      try firm.ask { try $0.untouchedDifferences() } == [
        .group("交易部"), .user("trader-001"), .role("交易员"), .used(Instant(milliseconds: 5)),
      ])
  }

  @Test func `only the master asks`() throws {
    try firm.hire("trader-001")
    #expect(
      try refusal { _ = try firm.ask(as: "trader-001") { try $0.untouchedDifferences() } }
        == .refused([.groupNotYours(.rootGroup)]))
  }
}
