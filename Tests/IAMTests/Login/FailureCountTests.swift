import Policy
import Synchronization
import TestSupport
import Testing

@testable import IAM

/// Counting failures: to the millisecond, and exactly also when many come at once.
struct FailureCountTests {
  private static let inARow: StaticString =
    "SELECT failures_in_a_row FROM credential WHERE factor = 'login' AND operator_id = ?"

  @Test func `five failures lock, four do not`() throws {
    let cast = try Cast()
    try cast.failToLogIn(times: 4)
    try cast.logIn()
    try cast.failToLogIn(times: 5)
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `failures add up for fifteen minutes`(offset: Int, locks: Bool) throws {
    let cast = try Cast()
    try cast.failToLogIn()
    cast.clock.advance(by: FailureLimits.window + .milliseconds(offset))
    try cast.failToLogIn(times: 4)
    if locks {
      #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    } else {
      try cast.logIn()
    }
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `a lock lasts thirty minutes`(offset: Int, isLocked: Bool) throws {
    let cast = try Cast()
    try cast.failToLogIn(times: 5)
    cast.clock.advance(by: FailureLimits.lock + .milliseconds(offset))
    if isLocked {
      #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    } else {
      try cast.logIn()
    }
  }

  @Test func `attempts during a lock neither lengthen it nor count in a row`() throws {
    let cast = try Cast()
    try cast.failToLogIn(times: 5)
    cast.clock.advance(by: .seconds(29 * 60))
    try cast.failToLogIn(times: 20)
    cast.clock.advance(by: .seconds(60))
    #expect(try cast.logIn().failures == 25)
  }

  @Test func `a clock that steps back neither lifts a lock nor forgets a failure`() throws {
    let cast = try Cast()
    try cast.failToLogIn(times: 4)
    cast.clock.advance(by: .seconds(-3600))
    try cast.failToLogIn()
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    cast.clock.advance(by: .seconds(-3600))
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
  }

  @Test func `a hundred failures in a row disable the login until it is unlocked`() throws {
    let cast = try Cast()
    for _ in 0..<20 {
      try cast.failToLogIn(times: 5)
      cast.clock.advance(by: FailureLimits.lock)
    }
    cast.clock.advance(by: .seconds(365 * 86_400))
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    #expect(try cast.audited("login.lock").last == "done disabled trader-01@M000001")
    try cast.registry.change(as: .unchecked(Cast.master)) { try $0.unlockOperator("trader-01") }
    #expect(try cast.logIn().failures == 101)
  }

  @Test func `a success starts the count anew`() throws {
    let cast = try Cast()
    for _ in 0..<3 {
      try cast.failToLogIn(times: 4)
      try cast.logIn()
    }
    let id = try #require(try cast.registry.database.read { try $0.findOperator(Cast.trader)?.id })
    #expect(try cast.number(Self.inARow, id) == 0)
  }

  @Test func `fifty wrong guesses at once count exactly`() async throws {
    let cast = try Cast()
    let failures = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask {
          do {
            try cast.logIn(Cast.trader, "wrong-Password-1")
            return false
          } catch IAMError.loginFailed {
            return true
          }
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failures == 50)
    let id = try #require(try cast.registry.database.read { try $0.findOperator(Cast.trader)?.id })
    // Five were judged; the others met the lock, whichever they were.
    #expect(try cast.number(Self.inARow, id) == 5)
    #expect(try cast.audited("login.lock").count == 1)
    #expect(try cast.audited("login").count { $0.hasPrefix("failed") } == 50)
    cast.clock.advance(by: FailureLimits.lock)
    #expect(try cast.logIn().failures == 50)
  }

  @Test func `login and payment password count apart`() throws {
    let cast = try Cast()
    let identity = Identity.session(try cast.logIn().token)
    for _ in 0..<5 {
      #expect(throws: IAMError.verificationFailed) {
        try cast.registry.verifyPaymentPassword(
          as: identity, try Secret(password: "wrong-Password-1"))
      }
    }
    #expect(throws: IAMError.verificationFailed) {
      try cast.registry.verifyPaymentPassword(as: identity, try Secret(password: Cast.password))
    }
    try cast.logIn()
    #expect(try cast.audited("payment.lock") == ["done locked trader-01@M000001"])
    cast.clock.advance(by: .seconds(29 * 60))
    cast.clock.advance(by: .seconds(60))
    let later = Identity.session(try cast.logIn().token)
    try cast.registry.verifyPaymentPassword(as: later, try Secret(password: Cast.password))
  }

  @Test(arguments: [Cause.locked, .suspended, .offboarded, .expired, .disabled])
  func `a weaker hash is made anew only after a login that is let in`(cause: Cause) throws {
    let cast = try Cast()
    let hasher = cast.registry.services.hasher
    let salt = [UInt8](repeating: 7, count: 8)
    let tag = try Argon2id.tag(
      of: try Secret(password: Cast.password),
      Argon2id.Inputs(parameters: hasher.parameters, salt: salt))
    let weak = PasswordHash(parameters: hasher.parameters, salt: salt, tag: tag).text
    try cast.system { try $0.execute("UPDATE credential SET hash = ?", weak) }
    _ = try cause.prepare(cast)
    let before = hasher.computations
    #expect(throws: IAMError.loginFailed) { try cast.logIn() }
    #expect(hasher.computations == before + 1)
    #expect(
      try cast.number("SELECT count(*) FROM credential WHERE hash = ?", weak)
        == cast.number("SELECT count(*) FROM credential"))
  }
}
