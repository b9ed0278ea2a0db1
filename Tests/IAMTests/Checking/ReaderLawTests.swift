import Policy
import TestSupport
import Testing

@testable import IAM

/// A reader that has seen much answers as the definition does on what is committed now: by words and
/// by handles, those of today and those of long ago.
@Suite struct ReaderLawTests {
  let exchange: TestExchange
  let checker: PermissionChecker
  private let member: TenantCode

  init() throws {
    exchange = try TestExchange()
    member = try exchange.addMember(Username(unchecked: "master-01"), products: ["PNG", "LNG"])
    try exchange.addMember(Username(unchecked: "master-02"))
    try exchange.addOperator(
      Username(unchecked: "trader-001"), in: member, Gift(menus: ["trade.listing", "aaa"]))
    let clock = exchange.clock
    checker = try PermissionChecker(database: exchange.path, clock: { clock.now })
  }

  private static let changes = [
    "UPDATE tenant SET state = 'suspended' WHERE id = 2",
    "UPDATE tenant SET state = 'approved' WHERE id = 2",
    "UPDATE tenant SET requires_key = 1 - requires_key WHERE id = 2",
    "UPDATE operator SET state = 'suspended' WHERE username IN ('person-1', 'person-4')",
    "UPDATE operator SET state = 'active' WHERE username LIKE 'person-%'",
    "UPDATE account SET state = CASE state WHEN 'open' THEN 'frozen' ELSE 'open' END",
    """
    INSERT OR IGNORE INTO menu VALUES ('aaa', 'x', 'x', 0, 999);
    INSERT OR IGNORE INTO entitled_menu VALUES (2, 'aaa');
    """,
    """
    DELETE FROM entitled_menu WHERE code = 'aaa';
    DELETE FROM menu WHERE code = 'aaa';
    """,
    "INSERT OR IGNORE INTO entitled_menu VALUES (2, 'funds'), (2, 'operators')",
    "DELETE FROM entitled_menu WHERE code IN ('funds', 'trade.listing')",
    "INSERT OR IGNORE INTO entitled_menu VALUES (2, 'trade.listing')",
    "DELETE FROM holding WHERE id = (SELECT max(id) FROM holding WHERE operator_id IS NOT NULL)",
    "UPDATE user_group SET pool_is_everything = 1 - pool_is_everything WHERE id = 901",
    """
    INSERT OR IGNORE INTO first_login_step
    SELECT id, 'login-password' FROM operator WHERE username = 'person-2'
    """,
    "DELETE FROM first_login_step",
  ]
  private static let names =
    (0..<7).map { "person-\($0)" }
    + [
      "trader-001", "trader-001", "master-01", "master-02", "staff-01", "MASTER-01", "master-01\0",
      "",
    ]
  private static let menus = [
    "trade.listing.view", "trade.contracts", "funds.own.view", "operators.read", "aaa",
    "trade.bidding.own-quotes", "trade.listing.take", "trade", "a", "",
  ]
  private static let tenants = [nil, nil, "M000001", "M000002", "EX", "M0000010", "m000001"]

  private static func check(_ random: inout SplitMix64) -> Check {
    Check(
      operator: random.pick(names), menu: random.pick(menus),
      product: random.pick([nil, nil, "PNG.SH.D1", "XXX"]),
      account: random.pick([nil, nil, "T000001-GAS-01", "T000001-GAS-02", "T9"]),
      session: SessionFacts(
        paymentVerified: random.chance(oneIn: 2), keyVerified: random.chance(oneIn: 2)),
      in: random.pick(tenants))
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `answers by words and by handles are those of the definition`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: 500 + seed)
    try exchange.arrange(in: member) { change, tenant in
      try RandomRows(tenant: tenant).insert(into: change, &random)
    }
    let reader = checker.reader()
    let fixed = try Handles(reader)
    var reasons: Set<Reason?> = []
    var shortAnswers = 0
    for step in 0..<80 {
      let sql = random.pick(Self.changes)
      try exchange.arrange(in: member) { change, _ in
        try change.withConnection { try $0.run(script: sql) }
      }
      exchange.clock.advance(by: .milliseconds(random.pick([0, 0, 0, 1])))
      if step % 20 == 19 { reader.close() }
      let fresh = try Handles(reader)
      for _ in 0..<40 {
        let check = Self.check(&random)
        let expected = try checker.decide(check).verdict
        reasons.insert(expected.reason)
        #expect(try reader.check(check) == expected, "\(check) after \(sql)")
        for handles in [fixed, fresh] {
          let verdict = try handles.verdict(check, reader)
          #expect(verdict ?? expected == expected, "\(check) after \(sql)")
        }
        guard check.product == nil, check.account == nil else { continue }
        let verdict = try reader.check(
          check.operator, check.menu, in: check.tenant,
          paymentVerified: check.session.paymentVerified, keyVerified: check.session.keyVerified)
        #expect(verdict == expected, "\(check) after \(sql)")
        if reader.plainVerdict(check.operator, check.menu, in: check.tenant) != nil {
          shortAnswers += 1
        }
      }
    }
    #expect(shortAnswers > 20)
    let met: Set<Reason?> = [
      nil, .operatorUnknown, .menuUnknown, .menuNotGranted, .outsideEntitlement, .keyRequired,
    ]
    #expect(reasons.isSuperset(of: met))
  }

  @Test func `a word that only looks like a code neither is one nor takes its place`() throws {
    try exchange.arrange(in: member) { change, tenant in
      try change.execute("UPDATE account SET code = 'T1-KAS' WHERE tenant_id = ?", tenant)
    }
    let reader = checker.reader()
    let person = try #require(try reader.operator("master-01"))
    let menu = try reader.menu("trade.contracts")
    // The sign of the kelvin is composed to the letter.
    for (account, reason) in [("T1-\u{212A}AS", Reason.accountUnknown), ("T1-KAS", nil)] {
      let check = Check(operator: "master-01", menu: "trade.contracts", account: account)
      #expect(try checker.decide(check).verdict.reason == reason)
      #expect(try reader.check(check).reason == reason)
      #expect(
        try reader.check(person, menu, product: nil, account: reader.account(account)).reason
          == reason)
    }
  }

  /// Every name as a handle, as it was at one moment.
  private struct Handles {
    var people: [String: OperatorHandle] = [:]
    var menus: [String: MenuHandle] = [:]
    var tenants: [String: TenantHandle] = [:]

    init(_ reader: CheckReader) throws {
      for name in names { people[name] = try reader.operator(name) }
      for menu in ReaderLawTests.menus { menus[menu] = try reader.menu(menu) }
      for tenant in ReaderLawTests.tenants.compactMap({ $0 }) {
        tenants[tenant] = try reader.tenant(tenant)
      }
    }

    /// The answer by handles; `nil` where a name has none.
    func verdict(_ check: Check, _ reader: CheckReader) throws -> Verdict? {
      guard let person = people[check.operator], let menu = menus[check.menu] else { return nil }
      let tenant = check.tenant.flatMap { tenants[$0] }
      guard (tenant == nil) == (check.tenant == nil) else { return nil }
      if check.product == nil, check.account == nil {
        let short = try reader.check(
          person, menu, in: tenant, paymentVerified: check.session.paymentVerified,
          keyVerified: check.session.keyVerified)
        let long = try reader.check(
          person, menu, product: nil, account: nil, in: tenant, session: check.session)
        #expect(short == long, "\(check)")
        return short
      }
      return try reader.check(
        person, menu, product: check.product.map { reader.product($0) },
        account: check.account.map { reader.account($0) }, in: tenant, session: check.session)
    }
  }
}
