import Policy
import TestSupport
import Testing

@testable import IAM

/// Making operators. B1, C5, C7, C8.
@Suite struct OperatorCreationTests {
  @Test func `a new operator has a one-time password for a day and both first-login steps open`()
    throws
  {
    let firm = try Firm()
    let password = try firm.registry.drawPassword()
    let expiresAt = try firm.act { change in
      try change.createOperator(
        OperatorDraft(
          username: "trader-001", name: PersonName("张三"), mobile: Mobile("13812345678"),
          email: EmailAddress("zhang@example.com")), password: password)
    }
    #expect(expiresAt == firm.exchange.clock.now + .seconds(86_400))
    let details = try firm.ask { try $0.operatorDetails("trader-001") }
    #expect(details.listing.group == .rootGroup)
    #expect(details.listing.state == .active)
    #expect(details.pending == [.loginPassword, .paymentPassword])
    #expect(details.createdBy == Firm.master)
    #expect(details.mobile == .shown("138****5678"))
    #expect(details.email == .shown("z****@example.com"))
    #expect(try firm.decide("trader-001", "trade.listing.view") == [.firstLoginIncomplete])
    let stored = try firm.registry.database.read { reading in
      try reading.first("SELECT hash, is_one_time FROM credential WHERE is_one_time = 1") {
        (try $0.text(0), try $0.bool(1))
      }
    }
    let hash = try #require(stored?.0)
    #expect(
      try firm.registry.services.hasher.verify(Secret(password: password.text), against: hash))
  }

  @Test func `an operator of the exchange has only the login password's step open`() throws {
    let exchange = try TestExchange()
    let password = try exchange.registry.drawPassword()
    try exchange.registry.change(as: .unchecked(TestExchange.staff)) { change in
      _ = try change.createOperator(
        OperatorDraft(username: "staff-02", name: PersonName("李四")), password: password)
    }
    let details = try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) {
      try $0.operatorDetails("staff-02")
    }
    #expect(details.pending == [.loginPassword])
  }

  @Test func `a username is given out once over all tenants, whatever its case`() throws {
    let firm = try Firm()
    try firm.exchange.addMember("master-02")
    try firm.hire("trader-001")
    for username in ["trader-001", "Trader-001", "MASTER-02"] as [Username] {
      #expect(
        try refusal { try firm.hire(username) }
          == .conflict(.exists(.operator, username.text)))
    }
  }

  @Test func `personal data is refused where it cannot be sealed`() throws {
    let firm = try Firm()
    var services = firm.registry.services
    services.vault = nil
    let registry = try Registry(opening: firm.exchange.path, services: services)
    let draft = try OperatorDraft(
      username: "trader-001", name: PersonName("张三"), mobile: Mobile("13812345678"))
    let password = try registry.drawPassword()
    #expect(throws: IAMError.keyUnavailable) {
      try registry.change(as: .unchecked(Firm.master)) { change in
        _ = try change.createOperator(draft, password: password)
      }
    }
    #expect(try firm.ask { try $0.operators() }.map(\.username) == [Firm.master])
  }

  @Test func `an administrator of one group creates in it, of several in the one it names`() throws
  {
    let firm = try Firm()
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("trader-001", as: "admin-001")
    #expect(try firm.ask { try $0.operatorDetails("trader-001") }.listing.group == "交易部")
    try firm.act { change in
      try change.createGroup("结算部")
      try change.appoint("admin-001", administering: "结算部")
    }
    let refused = try refusal { try firm.hire("clerk-001", as: "admin-001") }
    #expect(refused?.code == "invalid-group")
    try firm.hire("clerk-001", group: "结算部", as: "admin-001")
  }

  @Test func `a validity that is over or upside down is refused`() throws {
    let firm = try Firm()
    let now = firm.exchange.clock.now
    let password = try firm.registry.drawPassword()
    for validity in [Validity(until: now), Validity(from: now + .seconds(9), until: now)] {
      let refused = try refusal {
        try firm.act { change in
          _ = try change.createOperator(
            OperatorDraft(
              username: "trader-001", name: PersonName("张三"), validity: validity),
            password: password)
        }
      }
      #expect(refused?.code == "invalid-until")
    }
  }

  @Test func `personal data is shown whole only to one who may, and that is on record`() throws {
    let firm = try Firm()
    try firm.hire("trader-001")
    try firm.act { try $0.updateOperator("trader-001", mobile: Mobile("13912340000")) }
    #expect(
      try firm.act { try $0.operatorDetailsInFull("trader-001") }.mobile
        == .shown("13912340000"))
    #expect(
      try refusal {
        _ = try firm.act(as: "trader-001") { try $0.operatorDetailsInFull("trader-001") }
      } == .denied(.menuNotGranted, menu: "operators.read-full"))
    let outcomes = try firm.registry.database.read { reading in
      try reading.all(
        "SELECT outcome FROM audit WHERE event = 'operator.show-full' ORDER BY seq"
      ) { try $0.text(0) }
    }
    #expect(outcomes == ["done", "denied"])
  }

  @Test func `of one who has left nothing is changed any more`() throws {
    let firm = try Firm()
    try firm.hire("trader-001")
    try firm.act { _ = try $0.offboard("trader-001", reason: "离职") }
    let state = IAMError.conflict(.state(.operator, "trader-001", is: "offboarded"))
    #expect(
      try refusal {
        try firm.act { try $0.updateOperator("trader-001", mobile: Mobile("13812345678")) }
      } == state)
    #expect(
      try refusal {
        try firm.act { try $0.updateOperator("trader-001", name: PersonName("李四")) }
      } == state)
    #expect(try firm.ask { try $0.operatorDetails("trader-001") }.mobile == .absent)
  }

  @Test func `a login that begins later is pending until then, in lists as in decisions`() throws {
    let firm = try Firm()
    let begin = firm.exchange.clock.now + .seconds(3600)
    let password = try firm.registry.drawPassword()
    try firm.act { change in
      _ = try change.createOperator(
        OperatorDraft(
          username: "trader-001", name: PersonName("张三"), validity: Validity(from: begin)),
        password: password)
    }
    for (wait, state) in [(0, OperatorListing.State.pending), (3600, .active)] {
      firm.exchange.clock.advance(by: .seconds(wait))
      let listed = try firm.ask { try $0.operators() }.first { $0.username == "trader-001" }
      #expect(listed?.state == state)
      #expect(
        try firm.decide("trader-001", "trade.listing.view")
          == [wait == 0 ? .operatorPending : .firstLoginIncomplete])
    }
  }
}
