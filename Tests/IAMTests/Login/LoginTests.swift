import Policy
import TestSupport
import Testing

@testable import IAM

/// Logging in: what is told, and what is not (C8; security numbers, Failures).
struct LoginTests {
  @Test func `a first login says so, a second does not`() throws {
    let cast = try Cast()
    let first = try cast.logIn(Cast.master)
    #expect(first.isFirstLogin && first.isNeverUsed && first.lastLoginAt == nil)
    cast.clock.advance(by: .seconds(5))
    let second = try cast.logIn(Cast.master)
    #expect(!second.isFirstLogin && !second.isNeverUsed)
    #expect(second.lastLoginAt == first.loggedInAt)
    #expect(second.pending.isEmpty)
  }

  @Test func `a fresh operator has both steps open and was never used`() throws {
    let cast = try Cast()
    let reset = try cast.reset()
    let login = try cast.logIn(Cast.trader, reset.oneTimePassword)
    #expect(login.isFirstLogin && login.isNeverUsed)
    #expect(login.pending == [.loginPassword, .paymentPassword])
  }

  @Test func `an operator who was reset after a login is not never used`() throws {
    let cast = try Cast()
    try cast.logIn()
    let login = try cast.logIn(Cast.trader, try cast.reset().oneTimePassword)
    #expect(!login.isFirstLogin && !login.isNeverUsed)
  }

  /// Every cause of failure: the same error, exactly one computation, and its own reason in the
  /// audit trail.
  @Test(arguments: Cause.allCases)
  func `every cause of failure looks the same and costs one computation`(cause: Cause) throws {
    let cast = try Cast()
    let attempt = try cause.prepare(cast)
    let before = cast.registry.services.hasher.computations
    #expect(throws: IAMError.loginFailed) {
      try cast.registry.logIn(
        attempt.username, password: try attempt.password.map { try Secret(password: $0) })
    }
    #expect(cast.registry.services.hasher.computations == before + 1)
    let row = try #require(try cast.audited("login").last)
    #expect(row.hasPrefix("failed \(cause.reason)"))
    if cause.reason == "unknown" { #expect(row == "failed unknown @") }
    #expect(try cast.number("SELECT count(*) FROM session WHERE ended_at IS NULL") == 0)
  }

  @Test func `failures since the last login are told at the next one`() throws {
    let cast = try Cast()
    try cast.logIn()
    try cast.failToLogIn(times: 3)
    let failedAt = cast.clock.now
    cast.clock.advance(by: .seconds(1))
    let login = try cast.logIn()
    #expect(login.failures == 3)
    #expect(login.lastFailureAt == failedAt)
    #expect(try cast.logIn().failures == 0)
  }

  @Test func `a password in another normal form is the same password`() throws {
    let cast = try Cast()
    try cast.logIn()
    let composed = "Caf\u{E9}-Kn7!xPw2"
    let decomposed = "Cafe\u{301}-Kn7!xPw2"
    let identity = Identity.session(try cast.logIn().token)
    try cast.registry.changePassword(
      as: identity, current: try Secret(password: Cast.password),
      new: try Secret(password: composed))
    try cast.logIn(Cast.trader, decomposed)
  }

  @Test func `an ordinary login leaves the tenant's revision, a lock raises it`() throws {
    let cast = try Cast()
    let revision = { try cast.number("SELECT revision FROM tenant WHERE id = 2") }
    let before = try revision()
    try cast.logIn()
    try cast.failToLogIn(times: 4)
    #expect(try revision() == before)
    try cast.failToLogIn()
    #expect(try revision() > before)
    #expect(try cast.audited("login.lock") == ["done locked trader-01@M000001"])
  }

  @Test func `a hash that is weaker than new ones is made anew at login`() throws {
    let cast = try Cast()
    let password = try Secret(password: Cast.password)
    let hasher = cast.registry.services.hasher
    let salt = [UInt8](repeating: 7, count: 8)
    let tag = try Argon2id.tag(
      of: password, Argon2id.Inputs(parameters: hasher.parameters, salt: salt))
    let weak = PasswordHash(parameters: hasher.parameters, salt: salt, tag: tag).text
    try cast.system {
      try $0.execute("UPDATE credential SET hash = ? WHERE factor = 'login'", weak)
    }
    let before = hasher.computations
    try cast.logIn()
    #expect(hasher.computations == before + 2)
    try cast.logIn()
    #expect(hasher.computations == before + 3)
    #expect(
      try cast.number("SELECT count(*) FROM credential WHERE hash = ?", weak) == 2)
  }

  @Test func `a password that was replaced while it was compared is not accepted`() throws {
    let cast = try Cast()
    let id = try #require(try cast.registry.database.read { try $0.findOperator(Cast.trader)?.id })
    let compared = try cast.registry.verify(
      try Secret(password: Cast.password), .login, of: id)
    #expect(compared.isRight)
    _ = try cast.reset()
    let refusal = try cast.system { try $0.judge(compared) }
    #expect(refusal == .replaced)
  }
}

/// Why a login fails.
enum Cause: String, CaseIterable, CustomTestStringConvertible {
  case unknown, malformedUsername, emptyUsername, wrong, empty, tooLong
  case locked, disabled, suspended, offboarded, pending, notYetValid, expired
  case oneTimeExpired, oneTimeUsed, oneTimeWornOut

  var testDescription: String { rawValue }

  /// The reason in the audit trail.
  var reason: String {
    switch self {
    case .unknown, .malformedUsername, .emptyUsername: "unknown"
    case .wrong, .empty, .tooLong: "wrong"
    case .notYetValid, .expired: "expired"
    case .oneTimeExpired: "one-time-expired"
    case .oneTimeUsed: "one-time-used"
    case .oneTimeWornOut: "disabled"
    case .locked, .disabled, .suspended, .offboarded, .pending: rawValue
    }
  }

  /// Brings the store into the state, and says what to type.
  func prepare(_ cast: Cast) throws -> (username: String, password: String?) {
    let right = ("trader-01", Optional(Cast.password))
    switch self {
    case .unknown: return ("trader-99", Cast.password)
    case .malformedUsername: return ("не имя\u{0}", Cast.password)
    case .emptyUsername: return ("", Cast.password)
    case .wrong: return ("trader-01", "wrong-Password-1")
    case .empty, .tooLong: return ("trader-01", nil)
    case .locked:
      try cast.failToLogIn(times: FailureLimits.beforeLock)
      return right
    case .disabled:
      try set(cast, "UPDATE credential SET is_disabled = 1")
      return right
    case .suspended, .offboarded, .pending:
      try cast.system {
        try $0.execute(
          "UPDATE operator SET state = ? WHERE username = 'trader-01'", rawValue)
      }
      return right
    case .notYetValid:
      try set(
        cast, "UPDATE operator SET valid_from = ? WHERE username = 'trader-01'",
        cast.clock.now + .milliseconds(1))
      return right
    case .expired:
      try set(
        cast, "UPDATE operator SET valid_until = ? WHERE username = 'trader-01'", cast.clock.now)
      return right
    case .oneTimeExpired, .oneTimeUsed, .oneTimeWornOut:
      return ("trader-01", try wear(try cast.reset().oneTimePassword, cast))
    }
  }

  /// Makes a one-time password worthless.
  private func wear(_ password: String, _ cast: Cast) throws -> String {
    switch self {
    case .oneTimeExpired:
      cast.clock.advance(by: IssuedPassword.lifetime)
    case .oneTimeUsed:
      let login = try cast.logIn(Cast.trader, password)
      try cast.registry.change(as: .session(login.token)) { try $0.logOut() }
    default:
      try cast.failToLogIn(times: FailureLimits.ofOneTimePassword)
      cast.clock.advance(by: FailureLimits.lock)
    }
    return password
  }

  private func set(_ cast: Cast, _ sql: StaticString, _ instant: Instant? = nil) throws {
    try cast.system { change in
      if let instant {
        try change.execute(sql, instant.milliseconds)
      } else {
        try change.execute(sql)
      }
    }
  }
}
