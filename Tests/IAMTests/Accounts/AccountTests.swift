import Policy
import TestSupport
import Testing

@testable import IAM

/// A11, A13: trading accounts with their settlement accounts.
struct AccountTests {
  let exchange: TestExchange
  let master = Identity.unchecked(Username(unchecked: "blueflame01"))
  let staff = Identity.unchecked(TestExchange.staff)

  init() throws {
    exchange = try TestExchange()
    _ = try exchange.member("blueflame01", .approved)
  }

  private func open(_ market: String = "gas") throws -> TradingAccount {
    try exchange.registry.change(as: master) { try $0.openAccount(market: market) }
  }

  @Test func `accounts are numbered by market, and each comes with its settlement account`()
    throws
  {
    #expect(try exchange.registry.inquire(as: master) { try $0.accounts() } == [])
    let codes = try ["gas", "gas", "oil"].map { try open($0) }
    #expect(
      codes.map(\.code.text) == ["T000001-GAS-01", "T000001-GAS-02", "T000001-OIL-01"])
    #expect(codes.first?.settlementCode.text == "S000001-GAS-01")
    #expect(try exchange.registry.inquire(as: master) { try $0.accounts() } == codes)
    #expect(try exchange.registry.inquire(as: staff) { try $0.accounts(of: "M000001") } == codes)
  }

  @Test(arguments: ["", "GAS", "coal", "gas "])
  func `a market that is not there is not found`(market: String) throws {
    #expect(throws: IAMError.notFound(.market, market)) { try open(market) }
  }

  @Test func `the first account opens the payment-password step of a master without one`() throws {
    let steps = {
      try exchange.registry.inquire(as: .nobody) { inquiry in
        try inquiry.reading.all(
          """
          SELECT o.username || ' ' || s.step FROM first_login_step s
          JOIN operator o ON o.id = s.operator_id ORDER BY 1
          """
        ) { try $0.text(0) }
      }
    }
    #expect(try steps() == [])
    _ = try open()
    _ = try open()
    #expect(try steps() == ["blueflame01 payment-password"])
    let other = Username(unchecked: "greenflame01")
    try exchange.addMember(other)
    _ = try exchange.registry.change(as: .unchecked(other)) { try $0.openAccount(market: "oil") }
    #expect(try steps() == ["blueflame01 payment-password"])
  }

  @Test func `freezing, unfreezing and closing follow the states`() throws {
    let code = try open().code.text
    let state = { (error: String) in
      IAMError.conflict(.state(.account, code, is: error))
    }
    let change = { (body: (borrowing Change) throws -> TradingAccount) in
      try exchange.registry.change(as: master, body).state
    }
    #expect(throws: state("open")) { try change { try $0.unfreezeAccount(code) } }
    #expect(try change { try $0.freezeAccount(code) } == .frozen)
    #expect(throws: state("frozen")) { try change { try $0.freezeAccount(code) } }
    #expect(try change { try $0.unfreezeAccount(code) } == .open)
    #expect(try change { try $0.closeAccount(code) } == .closed)
    #expect(throws: state("closed")) { try change { try $0.freezeAccount(code) } }
    #expect(throws: state("closed")) { try change { try $0.unfreezeAccount(code) } }
    #expect(throws: state("closed")) { try change { try $0.closeAccount(code) } }
    #expect(try open().code.text == "T000001-GAS-02", "a code is never given again")
  }

  @Test func `what the exchange froze only the exchange unfreezes`() throws {
    let code = try open().code.text
    let denied = IAMError.denied(.accountFrozen, menu: MenuCode(unchecked: "accounts.manage"))
    for isFrozenBefore in [false, true] {
      if isFrozenBefore {
        _ = try exchange.registry.change(as: master) { try $0.freezeAccount(code) }
      }
      let frozen = try exchange.registry.change(as: staff) {
        try $0.freezeAccount(code, of: "M000001")
      }
      #expect(frozen.isFrozenByExchange)
      #expect(throws: denied) {
        try exchange.registry.change(as: master) { try $0.unfreezeAccount(code) }
      }
      #expect(throws: denied) {
        try exchange.registry.change(as: master) { try $0.closeAccount(code) }
      }
      #expect(throws: IAMError.self) {
        try exchange.registry.change(as: master) { try $0.freezeAccount(code) }
      }
      let open = try exchange.registry.change(as: staff) {
        try $0.unfreezeAccount(code, of: "M000001")
      }
      #expect(open.state == .open && !open.isFrozenByExchange)
    }
  }

  @Test func `an account of another tenant is not there`() throws {
    let code = try open().code.text
    let other = Username(unchecked: "greenflame01")
    try exchange.addMember(other)
    for name in [code, "T000009-GAS-01", "", "no code"] {
      #expect(throws: IAMError.notFound(.account, name)) {
        try exchange.registry.inquire(as: .unchecked(other)) { try $0.account(name) }
      }
      #expect(throws: IAMError.notFound(.account, name)) {
        try exchange.registry.change(as: .unchecked(other)) { try $0.closeAccount(name) }
      }
    }
  }

  @Test func `staff open no account for a member`() throws {
    #expect(throws: IAMError.self) {
      try exchange.registry.change(as: staff) { try $0.openAccount(market: "gas") }
    }
  }

  @Test func `a grant of an account that was closed is without effect`() throws {
    let code = try open().code
    _ = try exchange.registry.change(as: master) { try $0.closeAccount(code.text) }
    let decision = try exchange.registry.inquire(as: .nobody) { inquiry in
      let username = Username(unchecked: "blueflame01")
      let found = try #require(try inquiry.reading.findOperator(username))
      return try inquiry.reading.decide(
        Target(menu: MenuCode(unchecked: "trade.contracts"), account: code), for: username,
        id: found.id, in: found.tenant, at: inquiry.now, session: SessionFacts())
    }
    #expect(decision.reasons == [.accountClosed])
  }

  @Test func `staff freeze an account, and its member alone closes it`() throws {
    let code = try open().code.text
    let menu = MenuCode(unchecked: "accounts.manage")
    #expect(throws: IAMError.denied(.outsideEntitlement, menu: menu)) {
      try exchange.registry.change(as: staff) { try $0.closeAccount(code, of: "M000001") }
    }
    let state = try exchange.registry.change(as: staff) {
      try $0.freezeAccount(code, of: "M000001").state
    }
    #expect(state == .frozen)
  }
}
