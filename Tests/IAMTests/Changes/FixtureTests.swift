import Policy
import TestSupport
import Testing

@testable import IAM

@Suite struct FixtureTests {
  @Test func `a new exchange has a master who may review members`() throws {
    let exchange = try TestExchange()
    let allowed = try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) { inquiry in
      try inquiry.require("exchange.members.review", in: nil).actor.isStaff
    }
    #expect(allowed)
  }

  @Test func `a member's master may administer its own operators and nothing of the exchange`()
    throws
  {
    let exchange = try TestExchange()
    let master = Username(unchecked: "master-01")
    try exchange.addMember(master)
    try exchange.registry.inquire(as: .unchecked(master)) { inquiry in
      _ = try inquiry.require("operators.read", in: nil)
    }
    #expect(
      throws: IAMError.denied(.outsideEntitlement, menu: MenuCode(unchecked: "exchange.care"))
    ) {
      try exchange.registry.inquire(as: .unchecked(master)) { inquiry in
        _ = try inquiry.require("exchange.care", in: nil)
      }
    }
  }
}
