import Policy
import TestSupport
import Testing

@testable import IAM

/// The policy as exchange and tenants set it, and what it demands over time (JR/T 0060-2021).
struct PasswordPolicyStoreTests {
  private func set(
    _ key: String, _ value: String?, as username: Username, in tenant: TenantCode? = nil,
    _ cast: Cast
  ) throws {
    try cast.registry.change(as: .unchecked(username)) {
      try $0.setPasswordPolicy(key, to: value, in: tenant)
    }
  }

  private func rule(_ rule: PasswordRule, of username: String, _ cast: Cast) throws -> String? {
    let rules = try cast.registry.inquire(as: .unchecked(Username(unchecked: username))) {
      try $0.explainPasswordPolicy(for: username)
    }
    return rules.first { $0.rule == rule }?.effective.map { "\($0.value) \($0.origin.code)" }
  }

  @Test func `the strictest of exchange, tenant and class holds`() throws {
    let cast = try Cast()
    #expect(
      try rule(.minimumLength, of: "trader-01", cast) == "8 exchange.profile.mlps3")
    #expect(
      try rule(.minimumLength, of: "master-01", cast) == "12 exchange.profile.mlps3")
    try set("password-min-length", "10", as: TestExchange.staff, cast)
    try set("administrators.password-min-length", "16", as: Cast.master, cast)
    #expect(try rule(.minimumLength, of: "trader-01", cast) == "10 exchange.everyone")
    #expect(try rule(.minimumLength, of: "master-01", cast) == "16 tenant.administrators")
    try set("administrators.password-min-length", nil, as: Cast.master, cast)
    #expect(
      try rule(.minimumLength, of: "master-01", cast) == "12 exchange.profile.mlps3")
  }

  @Test func `a tenant may only be stricter`() throws {
    let cast = try Cast()
    #expect(throws: IAMError.self) {
      try set("password-min-length", "7", as: Cast.master, cast)
    }
    #expect(throws: IAMError.self) {
      try set("password-max-age-days", "200", as: TestExchange.staff, in: cast.member, cast)
    }
    try set("password-max-age-days", "30", as: TestExchange.staff, in: cast.member, cast)
    #expect(try rule(.maximumAge, of: "trader-01", cast) == "30 tenant.everyone")
  }

  @Test(arguments: [
    ("password-min-length", "x"), ("password-min-length", "5"), ("password-min-length", "+8"),
    ("profile", "none"), ("colour", "red"),
  ])
  func `a setting that cannot be is refused`(key: String, value: String) throws {
    let cast = try Cast()
    do {
      try set(key, value, as: TestExchange.staff, cast)
      Issue.record("it was accepted")
    } catch IAMError.invalid(let path, _) {
      #expect(path == key)
    }
    #expect(try cast.number("SELECT count(*) FROM password_rule") == 0)
  }

  @Test func `a trader sets no policy and a member none of the exchange`() throws {
    let cast = try Cast()
    let menu = MenuCode(unchecked: "policy.write")
    #expect(throws: IAMError.denied(.menuNotGranted, menu: menu)) {
      try set("password-min-length", "20", as: Cast.trader, cast)
    }
    #expect(throws: IAMError.notFound(.tenant, "EX")) {
      try set("password-min-length", "20", as: Cast.master, in: .exchange, cast)
    }
  }

  @Test(arguments: [(-1, false), (0, true), (1, true)])
  func `a password must be changed after its time`(offset: Int, isOver: Bool) throws {
    let cast = try Cast()
    cast.clock.advance(by: .seconds(180 * 86_400) + .milliseconds(offset))
    let login = try cast.logIn()
    #expect(login.pending == (isOver ? [.loginPassword, .paymentPassword] : []))
    #expect(login.expiresSoon(.login) && login.expiresSoon(.payment))
    guard isOver else { return }
    try cast.registry.completeSetup(
      as: .session(login.token), current: try Secret(password: Cast.password),
      login: try Secret(password: Cast.other), payment: try Secret(password: Cast.third))
    let next = try cast.logIn(Cast.trader, Cast.other)
    #expect(next.pending.isEmpty && !next.expiresSoon(.login))
  }

  @Test(arguments: [(-1, false), (0, true)])
  func `two weeks before its end a password is warned of`(offset: Int, warns: Bool) throws {
    let cast = try Cast()
    cast.clock.advance(by: .seconds(166 * 86_400) + .milliseconds(offset))
    #expect(try cast.logIn().expiresSoon(.login) == warns)
  }

  @Test func `the exchange's own list is refused in capitals or not`() throws {
    let cast = try Cast()
    let staff = Identity.unchecked(TestExchange.staff)
    let added = try cast.registry.change(as: staff) {
      try $0.importBlockedPasswords(["TM5#KYZ8!CRB3-QF", "tm5#kyz8!crb3-qf", ""])
    }
    #expect(added == 1)
    #expect(throws: IAMError.weakPassword([.login: [.predictable(.common)]])) {
      try cast.registry.changePassword(
        as: .session(try cast.logIn().token), current: try Secret(password: Cast.password),
        new: try Secret(password: Cast.other))
    }
    #expect(throws: IAMError.self) {
      try cast.registry.change(as: .unchecked(Cast.master)) {
        try $0.importBlockedPasswords(["x"])
      }
    }
  }
}
