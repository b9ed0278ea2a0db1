import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// What other services are told, and that it is never old.
@Suite struct CheckReaderTests {
  let exchange: TestExchange
  let member: TenantCode
  let checker: PermissionChecker

  init() throws {
    let exchange = try TestExchange()
    self.exchange = exchange
    member = try exchange.addMember(Username(unchecked: "master-01"))
    try exchange.addOperator(
      Username(unchecked: "trader-001"), in: member,
      Gift(menus: ["trade"], products: ["PNG.SH"], hasEveryAccount: true))
    let clock = exchange.clock
    checker = try PermissionChecker(database: exchange.path, clock: { clock.now })
  }

  private func view(_ name: String = "trader-001", product: String? = "PNG.SH.D1") -> Check {
    Check(
      operator: name, menu: "trade.listing.view", product: product, account: "T000001-GAS-01")
  }

  private func take(_ sql: StaticString) throws {
    try exchange.arrange(in: member) { change, _ in _ = try change.execute(sql) }
  }

  @Test func `words are answered as the definition answers them`() throws {
    let reader = checker.reader()
    var checks = [view(), view(product: "PNG SH W"), view(product: "PNG.BJ"), view(product: nil)]
    checks += ["nobody-at-all", "", "!", "TRADER-001", String(repeating: "x", count: 99)]
      .map { view($0) }
    checks += ["trade", "*", "no.such", "trade.listing.create", "exchange.care", ""]
      .map { Check(operator: "trader-001", menu: $0, product: "PNG.SH", account: "T000001-GAS-01") }
    checks += ["T9", "t9", ""].map {
      Check(operator: "master-01", menu: "trade.listing.take", product: "LNG", account: $0)
    }
    for check in checks {
      let defined = try checker.decide(check)
      #expect(try reader.check(check) == defined.verdict, "\(check)")
    }
    #expect(try reader.checkMany(checks) == checks.map { try checker.decide($0).verdict })
    #expect(try reader.check(view()).isAllowed)
    #expect(try reader.check(view(product: "PNG.BJ")).reasons == [.productNotGranted])
  }

  @Test func `words by themselves are answered as a question is`() throws {
    try exchange.addOperator(
      Username(unchecked: "trader-of-twenty-xyz"), in: member,
      Gift(menus: ["trade"], products: ["PNG.SH"], hasEveryAccount: true))
    let reader = checker.reader()
    let names = [
      "trader-001", "master-01", "nobody-77", "", "trader-of-twenty-xyz",
      "trader-of-twenty-xyy", String(repeating: "x", count: 99), "trader-001\0",
    ]
    let menus = [
      "funds.own.view", "trade.listing.view", "trade.contracts", "trade", "", "*", "exchange.care",
      String(repeating: "trade.listing.", count: 9),
    ]
    var reasons: Set<Reason?> = []
    for name in names {
      for menu in menus {
        for tenant in [nil, "M000001", "EX", "", "M0000010", String(repeating: "M", count: 50)] {
          let verdict = try reader.check(name, menu, in: tenant)
          let check = Check(operator: name, menu: menu, in: tenant)
          #expect(try verdict == reader.check(check), "\(check)")
          #expect(try verdict == checker.reader().check(check), "\(check)")
          reasons.insert(verdict.reason)
        }
      }
    }
    let met: Set<Reason?> = [nil, .operatorUnknown, .menuUnknown, .productRequired]
    #expect(reasons.isSuperset(of: met))
    let trade = try reader.check("trader-001", "trade.listing.take", paymentVerified: true)
    #expect(
      try trade
        == reader.check(
          Check(
            operator: "trader-001", menu: "trade.listing.take",
            session: SessionFacts(paymentVerified: true))))
  }

  /// The sign of a kelvin equals the letter K in every comparison of strings.
  @Test func `a sign that equals a letter names nothing`() throws {
    try take(
      """
      INSERT INTO product (code, title_zh, title_en, position) VALUES ('KNG', 'K', 'K', 99)
      """)
    for (product, isKnown) in [("KNG", true), ("\u{212A}NG", false), ("\u{212A}NG.SH", false)] {
      let defined = try checker.decide(view(product: product)).verdict
      #expect(try checker.reader().check(view(product: product)) == defined)
      #expect((defined.reason != .productUnknown) == isKnown)
    }
  }

  @Test func `handles answer as words do`() throws {
    let reader = checker.reader()
    let trader = try #require(try reader.operator("trader-001"))
    let other = try #require(try reader.tenant("EX"))
    let home = try #require(try reader.tenant("M000001"))
    let menu = try reader.menu("trade.listing.view")
    let account = reader.account("T000001-GAS-01")
    #expect(
      try reader.check(trader, menu, product: reader.product("PNG.SH.D1"), account: account)
        .isAllowed)
    #expect(
      try reader.check(trader, menu, product: reader.product("PNG.BJ"), account: nil).reason
        == .productNotGranted)
    #expect(try reader.check(trader, menu).reason == .productRequired)
    #expect(try reader.check(trader, menu, in: home).reason == .productRequired)
    #expect(try reader.check(trader, menu, in: other).reason == .operatorUnknown)
    #expect(try reader.operator("trader-009") == nil)
    #expect(try reader.tenant("M000009") == nil)
  }

  @Test func `handles of before a loss of the store mean what they named`() throws {
    let other = try exchange.addMember(Username(unchecked: "master-02"))
    let reader = checker.reader()
    // The order in which tenants are met decides where the reader keeps them.
    let home = try #require(try reader.tenant(member.text))
    _ = try reader.operator("trader-001")
    let elsewhere = try #require(try reader.tenant(other.text))
    reader.close()
    _ = try reader.operator("master-02")
    let trader = try #require(try reader.operator("trader-001"))
    let menu = try reader.menu("trade.listing.view")
    for _ in 0..<2 {
      #expect(try reader.check(trader, menu, in: home).reason == .productRequired)
      #expect(try reader.check(trader, menu, in: elsewhere).reason == .operatorUnknown)
    }
    reader.close()
    #expect(try reader.check(trader, menu, in: home).reason == .productRequired)
    #expect(try reader.check(trader, menu, in: elsewhere).reason == .operatorUnknown)
  }

  @Test func `names that nobody bears are remembered, however many`() throws {
    let reader = checker.reader()
    #expect(try reader.check(view()).isAllowed)
    // Nothing from before the files are first looked at again is trusted afterwards.
    Thread.sleep(forTimeInterval: 0.02)
    #expect(try reader.check(view()).isAllowed)
    let strangers = (0..<2000).map { Check(operator: "nobody-\($0)", menu: "trade.contracts") }
    for check in strangers { #expect(try reader.check(check).reason == .operatorUnknown) }
    let word = try #require(reader.store).wordValue
    let forgotten = try strangers.filter { check in
      let key = try #require(UsernameKey(check.operator))
      // SAFETY: nobody else has the reader.
      return !reader.memory.pointee.isStranger(key, at: word)
    }
    // With one place for each name it would be more than two hundred.
    #expect(forgotten.count < 20)
  }

  @Test func `what is committed is seen by the next question`() throws {
    let reader = checker.reader()
    let first = try reader.check(view())
    #expect(first.isAllowed)
    try take("DELETE FROM holding WHERE menu = 'trade'")
    let second = try reader.check(view())
    #expect(second.reason == .menuNotGranted)
    #expect(second.revision > first.revision)
    #expect(try reader.check(view(), minimumRevision: second.revision) == second)
    // Nobody learns by waiting for a revision who exists in another tenant.
    for (name, tenant) in [("trader-001", "EX"), ("nobody-77", "EX"), ("nobody-77", nil)] {
      let check = Check(operator: name, menu: "trade.listing.view", in: tenant)
      #expect(try reader.check(check).reason == .operatorUnknown)
      let error = try #require(throws: DatabaseError.self) {
        try reader.check(check, minimumRevision: second.revision)
      }
      #expect(error.kind == .busy)
    }
    #expect(throws: DatabaseError.self) {
      try reader.check(view(), minimumRevision: second.revision + 1)
    }
  }

  @Test func `a name that was unknown is known once it is committed`() throws {
    let reader = checker.reader()
    #expect(try reader.check(view("trader-777")).reason == .operatorUnknown)
    try exchange.addOperator(
      Username(unchecked: "trader-777"), in: member,
      Gift(menus: ["trade"], products: ["PNG"], hasEveryAccount: true))
    #expect(try reader.check(view("trader-777")).isAllowed)
  }

  /// Every table that decisions depend on raises the revision, whoever changes it.
  @Test(arguments: CheckReaderTests.changes)
  func `a change anywhere is seen`(sql: String, reason: String) throws {
    let reader = checker.reader()
    #expect(try reader.check(view()).isAllowed)
    // In the exchange's tenant: the member's revision must rise all the same.
    try exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.change", in: 1, on: "test", need: .nothing)) {
        try change.withConnection { try $0.run(script: sql) }
        return Recorded(())
      }
    }
    #expect(try reader.check(view()).reason?.rawValue == reason)
    #expect(try checker.decide(view()).reasons.first?.rawValue == reason)
  }

  @Test func `a session is asked about with what it has proved, until it ends`() throws {
    let reader = checker.reader()
    let token = try SessionToken(randomness: .system)
    try exchange.arrange(in: member) { change, _ in
      try change.execute(
        """
        INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
          last_seen_at) SELECT 1, ?1, id, ?2, ?2 + 1000000, 1000000, ?2 FROM operator
          WHERE username = 'trader-001'
        """, token.digest.bytes, change.now.milliseconds)
    }
    let answer = {
      try reader.check(session: token, menu: "trade.listing.view", product: "PNG.SH")
    }
    #expect(try answer().isAllowed)
    exchange.clock.advance(by: .seconds(1000))
    #expect(throws: IAMError.notLoggedIn) { try answer() }
  }

  @Test func `a store that is gone denies, and is found again`() throws {
    let reader = checker.reader()
    #expect(try reader.check(view()).isAllowed)
    let away = exchange.directory.file("away.db")
    try FileManager.default.moveItem(atPath: exchange.path, toPath: away)
    // The files are looked at once a tick of the coarse clock.
    Thread.sleep(forTimeInterval: 0.02)
    #expect(throws: DatabaseError.self) { try reader.check(view()) }
    #expect(reader.answer(view()).reason == .storeUnavailable)
    try FileManager.default.moveItem(atPath: away, toPath: exchange.path)
    #expect(try reader.check(view()).isAllowed)
  }

  @Test func `a missing word costs speed, not truth`() throws {
    try FileManager.default.removeItem(atPath: exchange.path + ".rev")
    let reader = checker.reader()
    #expect(try reader.check(view()).isAllowed)
    try take("DELETE FROM holding WHERE menu = 'trade'")
    #expect(try reader.check(view()).reason == .menuNotGranted)
  }

  @Test func `who and what can be asked without a session`() throws {
    let people = try checker.whoCan(WhoCan(menu: "trade.listing.view"), in: "M000001")
    #expect(people.map(\.text) == ["master-01", "trader-001"])
    #expect(try checker.can("trader-001").count > 5)
    #expect(try checker.can("trader-009").isEmpty)
    #expect(try checker.explain(view()).decision.isAllowed)
  }
}

extension CheckReaderTests {
  /// A change of each table that decisions depend on, and the reason it leads to.
  static let changes = [
    ("UPDATE operator SET state = 'suspended' WHERE username = 'trader-001'", "operator-suspended"),
    (
      """
      INSERT INTO credential (operator_id, factor, hash, changed_at, locked_until)
      SELECT id, 'login', 'x', 0, 9000000000000000 FROM operator WHERE username = 'trader-001'
      """, "operator-locked"
    ),
    (
      """
      INSERT INTO first_login_step
      SELECT id, 'login-password' FROM operator WHERE username = 'trader-001'
      """, "first-login-incomplete"
    ),
    ("UPDATE account SET state = 'closed'", "account-closed"),
    ("UPDATE tenant SET state = 'closed' WHERE code = 'M000001'", "tenant-closed"),
    ("UPDATE tenant SET requires_key = 1 WHERE code = 'M000001'", "key-required"),
    ("DELETE FROM entitled_product", "outside-entitlement"),
    ("INSERT INTO menu VALUES ('trade.listing.view.more', 'x', 'x', 0, 999)", "menu-unknown"),
    ("UPDATE holding SET valid_until = 1 WHERE menu = 'trade'", "grant-expired"),
    ("UPDATE user_group SET pool_is_everything = 0 WHERE tenant_id = 2", "outside-pool"),
  ]
}
