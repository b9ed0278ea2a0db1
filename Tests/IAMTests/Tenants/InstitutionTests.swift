import Policy
import TestSupport
import Testing

@testable import IAM

/// C2, C3, D2: institutions filed under a member.
struct InstitutionTests {
  let exchange: TestExchange
  let member: String

  init() throws {
    exchange = try TestExchange()
    member = try exchange.addMember(Username(unchecked: "blueflame01")).text
  }

  private func create(
    _ name: String = "某机构", _ code: String = "D2143569-X", under member: String
  ) throws -> NewInstitution {
    let password = try exchange.registry.drawPassword()
    return try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
      try $0.createInstitution(
        name: name, organisationCode: code, under: member, password: password)
    }
  }

  @Test func `an institution is approved, untouched, and its administrator has both steps open`()
    throws
  {
    let made = try create(under: member)
    #expect(made.tenant.text == "I000001" && made.username.text == "i000001-admin")
    #expect(made.oneTimePassword.count >= 16)
    #expect(made.expiresAt == exchange.clock.now + .seconds(86_400))
    let facts = try exchange.registry.inquire(as: .nobody) { inquiry in
      try inquiry.reading.first(
        """
        SELECT t.state, (SELECT count(*) FROM user_group WHERE tenant_id = t.id),
          (SELECT count(*) FROM user_group WHERE tenant_id = t.id AND made_by IS NULL),
          (SELECT count(*) FROM operator WHERE tenant_id = t.id),
          (SELECT count(*) FROM role WHERE tenant_id = t.id),
          (SELECT group_concat(step) FROM (SELECT step FROM first_login_step ORDER BY step)),
          (SELECT is_one_time FROM credential WHERE operator_id =
            (SELECT id FROM operator WHERE tenant_id = t.id))
        FROM tenant t WHERE code = 'I000001'
        """
      ) { row in
        "\(try row.text(0)) \(try row.int(1)) \(try row.int(2)) \(try row.int(3)) "
          + "\(try row.int(4)) \(try row.text(5)) \(try row.int(6))"
      }
    }
    #expect(facts == "approved 1 1 1 0 login-password,payment-password 1")
    let found = try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) {
      try $0.member("I000001")
    }
    #expect(found.summary.filedUnder?.text == member)
    #expect(found.summary.organisationCode == "D2143569X" && found.registration == nil)
  }

  @Test func `one organisation code is filed under one member once, until closed`() throws {
    _ = try create(under: member)
    #expect(throws: IAMError.conflict(.identityTaken("D2143569X"))) {
      try create("另一机构", "D2143569X", under: member)
    }
    let other = try exchange.addMember(Username(unchecked: "greenflame01")).text
    #expect(try create(under: other).tenant.text == "I000002")
    try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
      try $0.closeMember("I000001", reason: "撤销备案")
    }
    #expect(try create(under: member).tenant.text == "I000003")
  }

  @Test func `a member with institutions filed under it is not closed`() throws {
    _ = try create(under: member)
    #expect(throws: IAMError.conflict(.inUse(.tenant, member, by: ["I000001"]))) {
      try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
        try $0.closeMember(member, reason: "退出市场")
      }
    }
  }

  @Test func `it is filed under an approved member only`() throws {
    let registered = try exchange.member("redflame01", .registered)
    #expect(throws: IAMError.conflict(.tenant(.registered))) { try create(under: registered) }
    _ = try create(under: member)
    #expect(throws: IAMError.notFound(.tenant, "I000001")) { try create(under: "I000001") }
  }

  @Test(arguments: [
    ("", "D2143569-X", "name"), (" 机构", "D2143569-X", "name"), ("机\n构", "D2143569-X", "name"),
    ("机构", "D2143569-1", "organisation_code"), ("机构", "", "organisation_code"),
    ("机构", "D2143569", "organisation_code"), ("机构", "d2143569-x", "organisation_code"),
  ])
  func `a name or code that is not one is refused by field`(
    name: String, code: String, field: String
  ) throws {
    let before = try exchange.rowCounts()
    let error = #expect(throws: IAMError.self) { try create(name, code, under: member) }
    guard case .invalid(path: field, reason: _) = error else { throw try #require(error) }
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `its administrator's name gives way to one that was taken before`() throws {
    _ = try exchange.addMember(Username(unchecked: "I000001-Admin"))
    #expect(try create(under: member).username.text == "i000001-admin2")
  }

  @Test func `its accounts are told apart from those of the member of the same number`() throws {
    let made = try create(under: member)
    try exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.setup", in: 1, on: "", need: .nothing)) {
        try change.execute("DELETE FROM first_login_step")
        return Recorded()
      }
    }
    let account = try exchange.registry.change(as: .unchecked(made.username)) {
      try $0.openAccount(market: "gas")
    }
    #expect(account.code.text == "TI000001-GAS-01")
  }

  @Test func `the administrator's password is drawn and hashed before the store is locked`() throws
  {
    let hasher = exchange.registry.services.hasher
    let password = try exchange.registry.drawPassword()
    let before = hasher.computations
    let made = try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
      try $0.createInstitution(
        name: "某机构", organisationCode: "D2143569-X", under: member, password: password)
    }
    #expect(hasher.computations == before)
    #expect(made.oneTimePassword == password.text)
    let login = try exchange.registry.logIn(
      made.username.text, password: Secret(password: made.oneTimePassword))
    #expect(login.pending == [.loginPassword, .paymentPassword])
  }
}
