import Policy
import TestSupport
import Testing

@testable import IAM

/// Who is told what about whom.
@Suite struct QuestionTests {
  let exchange: TestExchange
  let member: TenantCode
  let master = Username(unchecked: "master-01")
  let trader = Username(unchecked: "trader-001")

  init() throws {
    exchange = try TestExchange()
    member = try exchange.addMember(Username(unchecked: "master-01"))
    try exchange.addOperator(
      Username(unchecked: "trader-001"), in: member,
      Gift(menus: ["trade"], products: ["PNG.SH"], hasEveryAccount: true))
  }

  private func ask(
    _ caller: Username, _ check: Check, in tenant: TenantCode? = nil
  ) throws -> Decision {
    try exchange.registry.inquire(as: .unchecked(caller)) { try $0.check(check, in: tenant) }
  }

  private func listing(_ username: String, product: String? = "PNG-SH-D1") -> Check {
    Check(
      operator: username, menu: "trade.listing.view", product: product,
      account: "T000001-GAS-01")
  }

  @Test func `an operator asks about itself without a permission`() throws {
    let decision = try ask(trader, listing("trader-001"))
    #expect(decision.isAllowed)
    #expect(decision.scope == .tenant)
    #expect(decision.revision > 0)
    #expect(throws: IAMError.denied(.menuNotGranted, menu: MenuCode(unchecked: "operators.read"))) {
      try ask(trader, listing("master-01"))
    }
  }

  @Test func `words that name nothing are denials with their reason`() throws {
    let reasons = try [
      listing("nobody-at-all"), listing("!"), listing("trader-001", product: "XXX"),
      Check(operator: "trader-001", menu: "no.such"),
      Check(operator: "trader-001", menu: "*"),
      Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG", account: "T9"),
      Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG", account: "t9"),
      Check(operator: "trader-001", menu: "trade.listing.view"),
    ].map { try ask(master, $0).reasons }
    #expect(
      reasons == [
        [.operatorUnknown], [.operatorUnknown], [.productUnknown], [.menuUnknown],
        [.menuUnknown], [.accountUnknown], [.accountUnknown], [.productRequired],
      ])
  }

  @Test func `an operator of another tenant is unknown like one that does not exist`() throws {
    let other = Username(unchecked: "master-02")
    try exchange.addMember(other)
    let foreign = try ask(other, listing("trader-001"))
    let missing = try ask(other, listing("trader-009"))
    #expect(foreign == missing)
    #expect(foreign.reasons == [.operatorUnknown])
    #expect(throws: IAMError.notFound(.tenant, "M000001")) {
      try ask(other, listing("trader-001"), in: member)
    }
    #expect(throws: IAMError.notFound(.tenant, "M000009")) {
      try ask(other, listing("trader-001"), in: TenantCode("M000009"))
    }
  }

  @Test func `staff ask about anybody, with or without naming the tenant`() throws {
    let staff = TestExchange.staff
    #expect(try ask(staff, listing("trader-001")).isAllowed)
    #expect(try ask(staff, listing("trader-001"), in: member).isAllowed)
    let elsewhere = try exchange.addMember(Username(unchecked: "master-02"))
    #expect(try ask(staff, listing("trader-001"), in: elsewhere).reasons == [.operatorUnknown])
  }

  @Test func `an administrator of a group sees the operators of its subtree only`() throws {
    let head = Username(unchecked: "head-0001")
    try exchange.addOperator(head, in: member, Gift(menus: ["operators"]))
    try exchange.addGroup(Name(unchecked: "交易部"), in: member, administrators: [head])
    let clerk = Username(unchecked: "clerk-001")
    try exchange.addOperator(
      clerk, in: member, Gift(menus: ["trade"], products: ["PNG"], group: "交易部"))
    #expect(try ask(head, listing("trader-001")).reasons == [.operatorUnknown])
    #expect(try ask(head, listing("clerk-001")).reasons == [.accountNotGranted])
    let seen = try exchange.registry.inquire(as: .unchecked(head)) {
      try $0.whoCan(WhoCan(menu: "trade.listing.view", product: "PNG")).map(\.username)
    }
    #expect(seen == [clerk])
  }

  @Test func `a reader who administers nothing sees itself only, as in lists`() throws {
    let reader = Username(unchecked: "reader-01")
    try exchange.addOperator(reader, in: member, Gift(menus: ["operators"]))
    #expect(try ask(reader, listing("trader-001")).reasons == [.operatorUnknown])
    #expect(throws: IAMError.notFound(.operator, "trader-001")) {
      try exchange.registry.inquire(as: .unchecked(reader)) { try $0.can("trader-001") }
    }
    let listed = try exchange.registry.inquire(as: .unchecked(reader)) { try $0.operators() }
    #expect(listed.map(\.username) == [reader])
  }

  @Test func `what an operator can do is told an action a row`() throws {
    let abilities = try exchange.registry.inquire(as: .unchecked(trader)) {
      try $0.can("trader-001")
    }
    #expect(abilities.contains { $0.menu.text == "trade.listing.create" && $0.asksForPayment })
    #expect(abilities.allSatisfy { $0.source == .own && $0.products.map(\.text) == ["PNG.SH"] })
    // The exchange has not opened `trade.efp`.
    #expect(!abilities.contains { $0.menu.text.hasPrefix("trade.efp") })
    #expect(throws: IAMError.notFound(.operator, "trader-009")) {
      try exchange.registry.inquire(as: .unchecked(master)) { try $0.can("trader-009") }
    }
  }

  @Test func `who can do something is complete, ordered and without duplicates`() throws {
    let early = Username(unchecked: "abacus-01")
    try exchange.addOperator(
      early, in: member, Gift(menus: ["trade"], products: ["PNG"], hasEveryAccount: true))
    let names = try exchange.registry.inquire(as: .unchecked(master)) { inquiry in
      try ["PNG.SH.D1", "PNG.BJ", nil].map {
        try inquiry.whoCan(WhoCan(menu: "trade.listing.create", product: $0)).map(\.username)
      }
    }
    #expect(names == [[early, master, trader], [early, master], [early, master, trader]])
    #expect(throws: IAMError.notFound(.menu, "trade")) {
      try exchange.registry.inquire(as: .unchecked(master)) {
        try $0.whoCan(WhoCan(menu: "trade"))
      }
    }
  }

  @Test func `an explanation names every step, every grant and the smallest one missing`() throws {
    let explanation = try exchange.registry.inquire(as: .unchecked(master)) {
      try $0.explain(listing("trader-001", product: "PNG.BJ"))
    }
    #expect(explanation.decision.reasons == [.productNotGranted])
    #expect(explanation.steps.count == 10)
    #expect(explanation.grants.map(\.outcome) == [.product])
    #expect(explanation.smallestGrant?.product?.text == "PNG.BJ")
    #expect(explanation.smallestGrant?.menu == nil)
  }

  @Test func `a question is asked about another instant`() throws {
    let end = exchange.clock.now + .seconds(3600)
    try exchange.addOperator(
      Username(unchecked: "trader-002"), in: member,
      Gift(menus: ["trade"], products: ["PNG"], hasEveryAccount: true, until: end))
    var check = listing("trader-002")
    #expect(try ask(master, check).isAllowed)
    check.instant = end
    #expect(try ask(master, check).reasons == [.grantExpired])
  }

  @Test func `what is asked inside a change is answered as the change leaves it`() throws {
    let answers = try exchange.registry.change(as: .unchecked(master), dryRun: true) { change in
      try change.perform(
        Intent("test.take", in: 2, on: "trader-001", need: .ownSelf)
      ) {
        try change.execute(
          """
          DELETE FROM holding WHERE operator_id =
            (SELECT id FROM operator WHERE username = 'trader-001')
          """)
        return Recorded(())
      }
      return (
        try change.check(listing("trader-001")).reasons, try change.can("trader-001").count,
        try change.whoCan(WhoCan(menu: "trade.listing.view", product: "PNG")).map(\.username)
      )
    }
    #expect(answers.0 == [.menuNotGranted])
    #expect(answers.1 == 0)
    #expect(answers.2 == [master])
    #expect(try ask(master, listing("trader-001")).isAllowed)
  }

  @Test func `one who holds nothing but a term can, whether or not the term is named`() throws {
    let narrow = Username(unchecked: "narrow-01")
    try exchange.addOperator(
      narrow, in: member,
      Gift(menus: ["trade.listing.view"], products: ["PNG.SH.D1"], hasEveryAccount: true))
    let able = { (product: String?) in
      try exchange.registry.inquire(as: .unchecked(master)) {
        try $0.whoCan(WhoCan(menu: "trade.listing.view", product: product)).map(\.username)
      }
    }
    #expect(try able("PNG.SH.D1") == [master, narrow, trader])
    #expect(try able(nil) == [master, narrow, trader])
    #expect(try able("PNG.SH.D2") == [master, trader])
    let clock = exchange.clock
    let checker = try PermissionChecker(database: exchange.path, clock: { clock.now })
    #expect(
      try checker.whoCan(WhoCan(menu: "trade.listing.view"), in: member.text)
        == [master, narrow, trader])
  }
}
