import Policy
import TestSupport
import Testing

@testable import IAM

/// Who sees what of a tenant: an administrator its groups, whoever holds a reading menu without a
/// group itself, the master and the administrators of the root group everything. C5.
@Suite struct SightTests {
  private let firm: Firm
  private let administrator: Username = "admin-001"
  private let reading: [MenuCode] = ["audit", "reports", "config", "sessions", "policy"]

  init() throws {
    firm = try Firm()
    try firm.department("交易部", administeredBy: administrator)
    try firm.department("结算部", administeredBy: "admin-002")
    try firm.hire("trader-001", group: "交易部")
    try firm.hire("clerk-0001", group: "结算部")
    try firm.hire("reader-01")
    try firm.act { change in
      for username in [administrator, "admin-002", "reader-01"] as [Username] {
        try change.assign(Assignment(menus: reading), to: username)
      }
    }
  }

  /// What some people see of the others in a report.
  private func seen(by username: Username) throws -> [Username] {
    let rows = try firm.ask(as: username) { try $0.accessReport() }
    let absent = try firm.ask(as: username) { try $0.inactiveReport(days: 0) }
    #expect(Set(rows.map(\.username)) == Set(absent.map(\.username)))
    return Set(rows.map(\.username)).sorted()
  }

  @Test func `reports show the operators that the caller sees`() throws {
    #expect(try seen(by: administrator) == ["admin-001", "trader-001"])
    #expect(try seen(by: "reader-01") == ["reader-01"])
    #expect(try seen(by: Firm.master).count == 6)
    try firm.act { try $0.appoint("reader-01", administering: .rootGroup) }
    #expect(try seen(by: "reader-01").count == 6)
  }

  @Test func `the audit trail shows what those did whom the caller sees, and what befell them`()
    throws
  {
    try firm.act(as: "admin-002") { try $0.suspendOperator("clerk-0001") }
    try firm.act(as: administrator) { try $0.suspendOperator("trader-001") }
    func rows(_ username: Username, limit: Int? = nil) throws -> [AuditEntry] {
      try firm.ask(as: username) { try $0.auditEntries(AuditFilter(limit: limit)) }
    }
    let whole = try rows(Firm.master)
    let own = try rows(administrator)
    let people: Set = ["admin-001", "trader-001"]
    #expect(own == whole.filter { people.contains($0.actor) || people.contains($0.object) })
    #expect(own.contains { $0.event == "operator.suspend" && $0.object == "trader-001" })
    #expect(!own.contains { $0.object == "clerk-0001" || $0.actor == "admin-002" })
    #expect(try rows(administrator, limit: 2) == Array(own.suffix(2)))
    let strange = try #require(whole.last { $0.object == "clerk-0001" })
    #expect(throws: IAMError.notFound(.auditEntry, String(strange.sequence))) {
      try firm.ask(as: administrator) { try $0.auditProof(of: strange.sequence) }
    }
    #expect(try firm.ask { try $0.auditProof(of: strange.sequence) }.entry == strange)
  }

  @Test func `the whole configuration is for those who see the whole tenant`() throws {
    let document = try firm.ask { try $0.configuration() }
    let refused = IAMError.refused([.groupNotYours(.rootGroup)])
    for username in [administrator, "reader-01"] as [Username] {
      #expect(throws: refused) { try firm.ask(as: username) { try $0.configuration() } }
      #expect(throws: refused) { try firm.ask(as: username) { try $0.plan(document) } }
    }
    try firm.act { try $0.appoint("reader-01", administering: .rootGroup) }
    #expect(try firm.ask(as: "reader-01") { try $0.configuration() }.tenant == firm.tenant)
  }

  @Test func `looking at a colleague takes sight, not power over it`() throws {
    try firm.hire("admin-003", group: "交易部")
    try firm.act { try $0.appoint("admin-003", administering: "交易部") }
    _ = try firm.ask(as: administrator) { try $0.explainPasswordPolicy(for: "admin-003") }
    #expect(try firm.ask(as: administrator) { try $0.sessions(of: "admin-003") } == [])
    for stranger in ["clerk-0001", "nobody-99"] {
      let unknown = IAMError.notFound(.operator, stranger)
      #expect(throws: unknown) {
        try firm.ask(as: administrator) { try $0.explainPasswordPolicy(for: stranger) }
      }
      #expect(throws: unknown) {
        try firm.ask(as: administrator) { try $0.sessions(of: stranger) }
      }
    }
  }

  @Test func `an account is managed by a grant that covers it`() throws {
    let account = firm.account.text
    try firm.act { try $0.changePool(of: "结算部", adding: PoolParts(menus: ["accounts"])) }
    try firm.act { try $0.assign(Assignment(menus: ["accounts"]), to: "clerk-0001") }
    for code in [account, "T999999-GAS-01"] {
      #expect(throws: IAMError.notFound(.account, code)) {
        try firm.act(as: "clerk-0001") { try $0.freezeAccount(code) }
      }
    }
    #expect(try firm.ask(as: "clerk-0001") { try $0.accounts() } == [])
    #expect(throws: IAMError.notFound(.account, account)) {
      try firm.ask(as: "clerk-0001") { try $0.account(account) }
    }
    // Whoever may look at an account knows it, and is denied to change it.
    try firm.act { change in
      try change.createRole("查看")
      try change.grant(
        RoleParts(menus: ["accounts.view"], accounts: [firm.account]), toRole: "查看")
      try change.assign(Assignment(roles: ["查看"]), to: "clerk-0001")
    }
    #expect(throws: IAMError.denied(.accountNotGranted, menu: "accounts.manage")) {
      try firm.act(as: "clerk-0001") { try $0.freezeAccount(account) }
    }
    try firm.act { try $0.assign(Assignment(accounts: [firm.account]), to: "clerk-0001") }
    try firm.act(as: "clerk-0001") { try $0.freezeAccount(account) }
    #expect(try firm.ask(as: "clerk-0001") { try $0.account(account) }.state == .frozen)
    try firm.act(as: "clerk-0001") { try $0.unfreezeAccount(account) }
  }

  @Test func `whoever administers nothing is denied a group, named or not`() throws {
    try firm.act { try $0.assign(Assignment(menus: ["groups"]), to: "reader-01") }
    let refused = IAMError.refused([.groupNotYours(.rootGroup)])
    #expect(throws: refused) { try firm.act(as: "reader-01") { try $0.createGroup("新组") } }
    #expect(throws: IAMError.denied(.outsidePool, menu: "groups.write")) {
      try firm.act(as: "clerk-0001") { try $0.createGroup("新组") }
    }
  }

  /// C10.
  @Test func `nobody asks for its own tenant's reset, and is told so`() throws {
    func ask(_ username: Username) throws {
      try firm.act(as: username) { _ = try $0.requestReset(of: firm.tenant, reason: "遗忘密码") }
    }
    #expect(throws: IAMError.ownRequest(.request)) { try ask(Firm.master) }
    #expect(throws: IAMError.denied(.outsidePool, menu: "member-center.user-info.security")) {
      try ask("clerk-0001")
    }
  }
}
