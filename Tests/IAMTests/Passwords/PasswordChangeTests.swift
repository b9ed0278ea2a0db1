import Policy
import TestSupport
import Testing

@testable import IAM

/// First-login steps, changes of passwords, and what they refuse (A13, C8).
struct PasswordChangeTests {
  private func secret(_ text: String) throws -> Secret { try Secret(password: text) }

  @Test func `the first-login steps are done in one go`() throws {
    let cast = try Cast()
    let reset = try cast.reset()
    let identity = Identity.session(
      try cast.logIn(Cast.trader, reset.oneTimePassword).token)
    try cast.registry.completeSetup(
      as: identity, current: try secret(reset.oneTimePassword), login: try secret(Cast.other),
      payment: try secret(Cast.third))
    #expect(try cast.registry.inquire(as: identity) { try $0.pendingSteps() }.isEmpty)
    #expect(try cast.logIn(Cast.trader, Cast.other).pending.isEmpty)
    try cast.registry.verifyPaymentPassword(as: identity, try secret(Cast.third))
  }

  @Test func `nothing is done when one of the passwords is refused`() throws {
    let cast = try Cast()
    let reset = try cast.reset()
    let identity = Identity.session(
      try cast.logIn(Cast.trader, reset.oneTimePassword).token)
    #expect(throws: IAMError.weakPassword([.payment: [.sameAsOtherPassword]])) {
      try cast.registry.completeSetup(
        as: identity, current: try secret(reset.oneTimePassword), login: try secret(Cast.other),
        payment: try secret(Cast.other))
    }
    let weak: [(String, String, [Factor])] = [
      (Cast.other, "short", [.payment]), ("short", Cast.third, [.login]),
      ("short", "brief", [.login, .payment]),
    ]
    for (login, payment, factors) in weak {
      let error = #expect(throws: IAMError.self) {
        try cast.registry.completeSetup(
          as: identity, current: try secret(reset.oneTimePassword), login: try secret(login),
          payment: try secret(payment))
      }
      guard case .weakPassword(let failures) = error else { throw try #require(error) }
      #expect(Set(failures.keys) == Set(factors))
      #expect(failures.values.allSatisfy { $0.contains { $0.code == "too-short" } })
    }
    #expect(throws: IAMError.verificationFailed) {
      try cast.registry.completeSetup(
        as: identity, current: try secret("wrong-Password-1"), login: try secret(Cast.other),
        payment: try secret(Cast.third))
    }
    #expect(try cast.registry.inquire(as: identity) { try $0.pendingSteps() }.count == 2)
  }

  @Test func `a step that is not open is not done`() throws {
    let cast = try Cast()
    let identity = Identity.session(try cast.logIn().token)
    #expect(throws: IAMError.conflict(.stepNotOpen(.loginPassword))) {
      try cast.registry.completeSetup(
        as: identity, current: try secret(Cast.password), login: try secret(Cast.other),
        payment: nil)
    }
    #expect(throws: IAMError.conflict(.stepNotOpen(.loginPassword))) {
      try cast.registry.completeSetup(
        as: identity, current: try secret(Cast.password), login: nil, payment: nil)
    }
  }

  @Test func `the last five passwords are not used again, the sixth is`() throws {
    let cast = try Cast()
    let identity = Identity.session(try cast.logIn().token)
    let passwords = [Cast.password] + (1...5).map { "Kx\($0)#vTq8!mWz-\($0)" }
    for (old, new) in zip(passwords, passwords.dropFirst()) {
      try cast.registry.changePassword(
        as: identity, current: try secret(old), new: try secret(new))
    }
    for used in passwords.dropFirst() {
      #expect(throws: IAMError.weakPassword([.login: [.reused(last: 5)]])) {
        try cast.registry.changePassword(
          as: identity, current: try secret(passwords[5]), new: try secret(used))
      }
    }
    // It is also the payment password, which must differ.
    #expect(throws: IAMError.weakPassword([.login: [.sameAsOtherPassword]])) {
      try cast.registry.changePassword(
        as: identity, current: try secret(passwords[5]), new: try secret(Cast.password))
    }
    try cast.registry.changePaymentPassword(
      as: identity, current: try secret(Cast.password), new: try secret(Cast.other))
    try cast.registry.changePassword(
      as: identity, current: try secret(passwords[5]), new: try secret(Cast.password))
  }

  @Test func `what was registered of a master is known to guessers`() throws {
    let exchange = try TestExchange()
    let master = Username(unchecked: "blueflame01")
    let code = try exchange.member(master.text, .registered)
    let tenant = try #require(TenantCode(code))
    let vault = exchange.registry.services.vault
    let context = try exchange.registry.database.read { reading in
      try reading.passwordContext(
        of: try reading.operatorID(master, in: reading.tenantID(tenant)), vault: vault)
    }
    #expect(context.numbers.contains("13900000000"))
    #expect(context.names.contains("li.na"))
    #expect(context.names.contains("李娜") && context.names.contains("张伟"))
  }

  @Test func `a wrong current password counts towards the lock of the login`() throws {
    let cast = try Cast()
    let identity = Identity.session(try cast.logIn().token)
    for _ in 0..<5 {
      #expect(throws: IAMError.verificationFailed) {
        try cast.registry.changePassword(
          as: identity, current: nil, new: try secret(Cast.other))
      }
    }
    #expect(throws: IAMError.verificationFailed) {
      try cast.registry.changePassword(
        as: identity, current: try secret(Cast.password), new: try secret(Cast.other))
    }
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    #expect(try cast.audited("password.change").last == "failed locked trader-01@M000001")
  }

  @Test func `what the person is called is not a password`() throws {
    let cast = try Cast()
    let identity = Identity.session(try cast.logIn().token)
    #expect(
      throws: IAMError.weakPassword([.login: [.predictable(.repetition), .predictable(.ownName)]])
    ) {
      try cast.registry.changePassword(
        as: identity, current: try secret(Cast.password), new: try secret("Trader-01Trader"))
    }
  }
}

/// The payment password (支付密码): who sets it, when, and what verifying it gives (A13, C9).
struct PaymentPasswordTests {
  private func secret(_ text: String) throws -> Secret { try Secret(password: text) }

  @Test func `a master that registered itself sets it once there is a trading account`() throws {
    let cast = try Cast()
    try cast.system { change in
      try change.execute("DELETE FROM credential WHERE factor = 'payment'")
      try change.execute("DELETE FROM account")
    }
    let identity = Identity.session(try cast.logIn(Cast.master).token)
    #expect(throws: IAMError.conflict(.accountMissing)) {
      try cast.registry.setPaymentPassword(as: identity, new: try secret(Cast.other))
    }
    try cast.system {
      try $0.execute(
        """
        INSERT INTO account (id, tenant_id, code, settlement_code, market, state, opened_at)
        VALUES (9, 2, 'T000001-GAS-01', 'S000001-GAS-01', 'gas', 'open', 0)
        """)
    }
    try cast.registry.setPaymentPassword(
      as: identity, new: try secret(Cast.other), fundMobile: "13900000000")
    #expect(throws: IAMError.conflict(.paymentPassword(isSet: true))) {
      try cast.registry.setPaymentPassword(as: identity, new: try secret(Cast.third))
    }
    #expect(
      try cast.number("SELECT count(*) FROM login_record WHERE fund_mobile_sealed NOT NULL") == 1)
  }

  @Test func `staff never have one`() throws {
    let cast = try Cast()
    let identity = Identity.session(try cast.logIn(TestExchange.staff).token)
    #expect(throws: IAMError.conflict(.stepNotOpen(.paymentPassword))) {
      try cast.registry.setPaymentPassword(as: identity, new: try secret(Cast.other))
    }
    #expect(throws: IAMError.conflict(.paymentPassword(isSet: false))) {
      try cast.registry.verifyPaymentPassword(as: identity, try secret(Cast.other))
    }
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `a verification holds for ten minutes in its own session`(
    offset: Int, holds: Bool
  ) throws {
    let cast = try Cast()
    let login = try cast.logIn()
    let other = try cast.logIn()
    try cast.registry.verifyPaymentPassword(
      as: .session(login.token), try secret(Cast.password))
    cast.clock.advance(by: SessionLimits.payment + .milliseconds(offset))
    let facts = { (login: Login) in
      try cast.registry.database.read {
        try $0.session(login.token, at: cast.clock.now)?.facts.paymentVerified
      }
    }
    #expect(try facts(login) == holds)
    #expect(try facts(other) == false)
  }

  @Test func `a mobile number that is none, and a missing key, are told`() throws {
    let cast = try Cast()
    try cast.system { try $0.execute("DELETE FROM credential WHERE factor = 'payment'") }
    let identity = Identity.session(try cast.logIn().token)
    #expect(
      throws: IAMError.invalid(path: "mobile", reason: InvalidFieldReason.notMobile.wording)
    ) {
      try cast.registry.setPaymentPassword(
        as: identity, new: try secret(Cast.other), fundMobile: "12000000000")
    }
    var services = cast.registry.services
    services.vault = nil
    let keyless = Registry(database: cast.registry.database, services: services)
    #expect(throws: IAMError.keyUnavailable) {
      try keyless.setPaymentPassword(
        as: identity, new: try secret(Cast.other), fundMobile: "13900000000")
    }
  }
}
