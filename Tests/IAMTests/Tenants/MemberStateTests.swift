import Policy
import TestSupport
import Testing

@testable import IAM

/// Every step of a member in every state: where it leads, or why it does not.
///
/// `>state` says that it leads there; anything else is the code of the refusal.
struct MemberStateTests {
  static let steps = [
    "profile", "bank", "apply", "approve", "reject", "supplement", "suspend", "resume", "close",
    "account",
  ]

  static let table: [(state: String, outcomes: [String])] = [
    (
      "registered",
      [
        ">profiled", "profile-missing", "profile-missing", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-registered", "tenant-registered",
        "tenant-registered", "tenant-not-approved",
      ]
    ),
    (
      "profiled",
      [
        "profile-submitted", ">bank-bound", "bank-missing", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-profiled", "tenant-profiled",
        "tenant-profiled", "tenant-not-approved",
      ]
    ),
    (
      "bank-bound",
      [
        "profile-submitted", "bank-bound", ">under-review", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-bank-bound", "tenant-bank-bound",
        "tenant-bank-bound", "tenant-not-approved",
      ]
    ),
    (
      "under-review",
      [
        "profile-submitted", "bank-bound", "tenant-under-review", ">approved", ">rejected",
        ">supplement", "tenant-under-review", "tenant-under-review", "tenant-under-review",
        "tenant-under-review",
      ]
    ),
    (
      "rejected",
      [
        "profile-submitted", "bank-bound", ">under-review", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-rejected", "tenant-rejected",
        "tenant-rejected", "tenant-not-approved",
      ]
    ),
    (
      "supplement",
      [
        "profile-submitted", "bank-bound", ">under-review", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-supplement", "tenant-supplement",
        "tenant-supplement", "tenant-not-approved",
      ]
    ),
    (
      "approved",
      [
        "profile-submitted", "bank-bound", ">under-review", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", ">suspended", "tenant-approved", ">closed",
        ">approved",
      ]
    ),
    (
      "later review",
      [
        "profile-submitted", "bank-bound", "tenant-under-review", ">approved", ">approved",
        ">approved", "tenant-under-review", "tenant-under-review", "tenant-under-review",
        ">under-review",
      ]
    ),
    (
      "suspended",
      [
        "profile-submitted", "bank-bound", "tenant-suspended", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-suspended", ">approved", ">closed",
        ">suspended",
      ]
    ),
    (
      "closed",
      [
        "tenant-closed", "tenant-closed", "tenant-closed", "nothing-to-review",
        "nothing-to-review", "nothing-to-review", "tenant-closed", "tenant-closed",
        "tenant-closed", "tenant-closed",
      ]
    ),
  ]

  @Test(arguments: table)
  func `each step leads on from the states that allow it and from no other`(
    state: String, outcomes: [String]
  ) throws {
    let exchange = try TestExchange()
    let code = try exchange.member(
      "blueflame01", Tenant.State(rawValue: state) ?? .underReview,
      isLaterReview: state == "later review")
    var expected = try exchange.rowCounts()
    for (step, outcome) in zip(MemberStateTests.steps, outcomes) {
      let (answer, isDenied) = try tried(step, on: code, in: exchange)
      #expect(answer == outcome, "\(step) when \(state)")
      if isDenied { expected[6] += 1 }
    }
    #expect(try exchange.rowCounts() == expected, "a dry run leaves nothing but denials")
  }

  /// What a step would lead to, and whether it is a denial.
  private func tried(
    _ step: String, on code: String, in exchange: TestExchange
  ) throws -> (answer: String, isDenied: Bool) {
    let own = ["profile", "bank", "apply", "account"].contains(step)
    let actor = own ? Username(unchecked: "blueflame01") : TestExchange.staff
    do {
      return try exchange.registry.change(as: .unchecked(actor), dryRun: true) { change in
        switch step {
        case "profile": try change.setProfile(try TestExchange.profile())
        case "bank": try change.bindBank(try TestExchange.bank())
        case "apply": try change.apply(for: ["CNG"])
        case "approve": try change.approveMember(code)
        case "reject": try change.rejectMember(code, reason: "理由")
        case "supplement": try change.askForSupplement(code, reason: "理由")
        case "suspend": try change.suspendMember(code, reason: "理由")
        case "resume": try change.resumeMember(code)
        case "close": try change.closeMember(code, reason: "理由")
        default: try change.openAccount(market: "gas")
        }
        let state = try change.reading.first("SELECT state FROM tenant WHERE code = ?", code) {
          ">" + (try $0.text(0))
        }
        return (state ?? "", false)
      }
    } catch let error as IAMError {
      return (error.code, error.isDenial)
    }
  }

  @Test func `approval opens trading and the product, a rejection later takes nothing`() throws {
    let exchange = try TestExchange()
    let code = try exchange.member("blueflame01", .underReview, isLaterReview: true)
    try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
      try $0.rejectMember(code, reason: "证件不清")
    }
    let details = try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) {
      try $0.member(code)
    }
    #expect(details.summary.state == .approved)
    #expect(details.summary.approvedAt == exchange.clock.now)
    #expect(details.modules.products.map(\.text) == ["PNG"])
    let menus = details.modules.menus.map(\.text)
    for menu in ["trade.listing", "trade.bidding", "trade.contracts", "delivery", "member-center"] {
      #expect(menus.contains(menu))
    }
    #expect(!menus.contains("trade.efp") && !menus.contains("exchange"))
    #expect(details.applications.map(\.state) == ["approved", "rejected"])
    #expect(details.applications.last?.reason == "证件不清")
  }

  @Test func `a qualification is applied for once`() throws {
    let exchange = try TestExchange()
    _ = try exchange.member("blueflame01", .approved)
    let apply = { (codes: [String]) in
      try exchange.registry.change(as: .unchecked(Username(unchecked: "blueflame01"))) {
        try $0.apply(for: codes)
      }
    }
    #expect(throws: IAMError.conflict(.exists(.qualification, "PNG"))) { try apply(["PNG"]) }
    #expect(throws: IAMError.notFound(.qualification, "OIL")) { try apply(["LNG", "OIL"]) }
    #expect(throws: IAMError.self) { try apply([]) }
    #expect(try apply(["LNG", "LNG"]).state == .underReview)
  }

  @Test func `binding a bank account and closing end the sessions of the tenant alone`() throws {
    let exchange = try TestExchange()
    _ = try exchange.member("blueflame01", .profiled)
    _ = try exchange.member("greenflame01", .profiled, number: 2)
    let tokens = try ["blueflame01", "greenflame01"].map { try exchange.session(of: $0) }
    try exchange.registry.change(as: .session(tokens[0])) {
      try $0.bindBank(try TestExchange.bank())
    }
    #expect(throws: IAMError.notLoggedIn) {
      try exchange.registry.inquire(as: .session(tokens[0])) { try $0.member() }
    }
    let other = try exchange.registry.inquire(as: .session(tokens[1])) { try $0.member() }
    #expect(other.summary.state == .profiled)
  }
}
