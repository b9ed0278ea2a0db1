import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// A1–A6: what a registration makes, refuses and hides.
struct RegistrationTests {
  let exchange: TestExchange

  init() throws { exchange = try TestExchange() }

  private func register(
    _ username: String, number: Int = 1, password: String = TestExchange.password
  ) throws -> RegisteredMember {
    let registration = try TestExchange.registration(username, number: number)
    let secret = try exchange.registry.hashPassword(Secret(password: password))
    return try exchange.registry.change(as: .nobody) {
      try $0.registerMember(registration, password: secret)
    }
  }

  @Test func `a registration makes a tenant whose master chose its own password`() throws {
    let member = try register("blueflame01")
    #expect(member.tenant.text == "M000001")
    #expect(member.state == .registered)
    let facts = try exchange.registry.inquire(as: .nobody) { inquiry in
      try inquiry.reading.first(
        """
        SELECT o.is_master, o.state, c.is_one_time, (SELECT count(*) FROM first_login_step),
          (SELECT count(*) FROM user_group WHERE tenant_id = o.tenant_id AND made_by IS NULL)
        FROM operator o JOIN credential c ON c.operator_id = o.id
        WHERE o.username = 'blueflame01'
        """
      ) { row in
        "\(try row.int(0)) \(try row.text(1)) \(try row.int(2)) \(try row.int(3)) \(try row.int(4))"
      }
    }
    #expect(facts == "1 active 0 0 1")
  }

  @Test func `codes are given in turn and never twice`() throws {
    #expect(try register("blueflame01").tenant.text == "M000001")
    #expect(throws: IAMError.self) { try register("blueflame02") }
    #expect(try register("blueflame02", number: 2).tenant.text == "M000002")
  }

  @Test(arguments: ["blueflame01", "BlueFlame01", "staff-01", "Staff-01"])
  func `a username that was given out is refused, in any case`(username: String) throws {
    _ = try register("blueflame01")
    let before = try exchange.rowCounts()
    #expect(throws: IAMError.conflict(.exists(.operator, username))) {
      try register(username, number: 2)
    }
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `an enterprise that is registered is refused by any of its codes`() throws {
    let document = RegistrationExamples.certificates
    let first = document.setting("username", to: "blueflame01")
    let again = document.setting("username", to: "blueflame02")
    let unified = RegistrationExamples.registration
      .setting("username", to: "blueflame03")
      .setting("credit_code", to: .string(TestExchange.creditCode(body: "91350100D2143569X")))
    try register(first)
    #expect(throws: IAMError.conflict(.identityTaken("D2143569X"))) { try register(again) }
    // The organisation code is a part of the credit code.
    #expect(throws: IAMError.conflict(.identityTaken("91350100D2143569XA"))) {
      try register(unified)
    }
    _ = try register("greenflame01")
    #expect(throws: IAMError.conflict(.identityTaken(TestExchange.creditCode(1)))) {
      try register("greenflame02")
    }
  }

  private func register(_ document: JSONValue) throws {
    let registration = try MemberRegistration(document)
    let password = try exchange.registry.hashPassword(Secret(password: TestExchange.password))
    try exchange.registry.change(as: .nobody) {
      try $0.registerMember(registration, password: password)
    }
  }

  @Test(arguments: [
    "short-1A", "alllowercaseletters", "Blueflame01!Blueflame01", "13900000000Aa!",
    "Abc123!Abc123!",
    "李娜李娜李娜李娜1234", "Password123!",
  ])
  func `a password that breaks the administrators' policy is refused`(password: String) throws {
    let before = try exchange.rowCounts()
    let error = #expect(throws: IAMError.self) {
      try register("blueflame01", password: password)
    }
    guard case .weakPassword = error else { throw try #require(error) }
    #expect(try exchange.rowCounts() == before)
  }

  @Test(arguments: [
    "short01", "onlyletters", "1234567890", "with space 1", "名字-12345", "a23456789012345678901",
  ])
  func `a username that A2 does not allow is refused`(username: String) throws {
    let before = try exchange.rowCounts()
    let error = #expect(throws: IAMError.self) { try register(username) }
    guard case .invalid(path: "username", reason: _) = error else { throw try #require(error) }
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `without the key nothing is registered`() throws {
    var services = exchange.registry.services
    services.vault = nil
    let blind = try Registry(opening: exchange.path, services: services)
    let registration = try TestExchange.registration("blueflame01")
    let password = try exchange.registry.hashPassword(Secret(password: TestExchange.password))
    let before = try exchange.rowCounts()
    #expect(throws: IAMError.keyUnavailable) {
      try blind.change(as: .nobody) {
        try $0.registerMember(registration, password: password)
      }
    }
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `a dry run answers and stores nothing`() throws {
    let registration = try TestExchange.registration("blueflame01")
    let password = try exchange.registry.hashPassword(Secret(password: TestExchange.password))
    let before = try exchange.rowCounts()
    let member = try exchange.registry.change(as: .nobody, dryRun: true) {
      try $0.registerMember(registration, password: password)
    }
    #expect(member.tenant.text == "M000001")
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `personal data lies in no file in the clear, the audit trail included`() throws {
    _ = try exchange.member("blueflame01", .approved)
    _ = try exchange.registry.change(as: .unchecked(Username(unchecked: "blueflame01"))) {
      try $0.memberInFull()
    }
    let folder = exchange.directory.path
    var bytes = Data()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      bytes.append(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }
    #expect(bytes.range(of: Data("蓝焰燃气1号公司".utf8)) != nil, "the search finds what is there")
    for secret in ["13900000000", "li.na@", "金开大道", "6217000012345678", TestExchange.password] {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
  }

  @Test func `sealed data opens in its place and nowhere else`() throws {
    _ = try exchange.member("blueflame01", .registered)
    let sealed = try exchange.registry.inquire(as: .nobody) { inquiry in
      try inquiry.reading.first("SELECT mobile_sealed FROM registration") { try $0.blob(0) }
    }
    let vault = try #require(exchange.registry.services.vault)
    let bytes = try #require(sealed)
    let place = { (tenant: String, table: String, column: String, row: String) in
      EnvelopePlace(tenant: tenant, table: table, column: column, row: row)
    }
    let right = place("M000001", "registration", "mobile_sealed", "2")
    #expect(try vault.open(bytes, right) == "13900000000")
    let contact = try exchange.registry.inquire(as: .nobody) { inquiry in
      try inquiry.reading.first(
        "SELECT email_sealed, id FROM operator WHERE username = 'blueflame01'"
      ) { (try $0.blob(0), try $0.int(1)) }
    }
    let (email, id) = try #require(contact)
    #expect(
      try vault.open(email, place("M000001", "operator", "email_sealed", String(id)))
        == "li.na@blueflame.example.cn")
    for wrong in [
      place("M000002", "registration", "mobile_sealed", "2"),
      place("M000001", "operator", "mobile_sealed", "2"),
      place("M000001", "registration", "email_sealed", "2"),
      place("M000001", "registration", "mobile_sealed", "3"),
    ] {
      #expect(throws: CredentialError.damagedEnvelope) { try vault.open(bytes, wrong) }
    }
  }

  @Test func `no password is hashed while the store is locked`() throws {
    let registration = try TestExchange.registration("blueflame01")
    let password = try exchange.registry.hashPassword(Secret(password: TestExchange.password))
    let hasher = exchange.registry.services.hasher
    let before = hasher.computations
    try exchange.registry.change(as: .nobody) {
      _ = try $0.registerMember(registration, password: password)
    }
    #expect(hasher.computations == before)
    let login = try exchange.registry.logIn(
      "blueflame01", password: Secret(password: TestExchange.password))
    #expect(login.isFirstLogin)
  }
}
