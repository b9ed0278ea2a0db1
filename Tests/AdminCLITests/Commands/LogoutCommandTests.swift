import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// The token is forgotten when its session is over, and not before.
struct LogoutCommandTests {
  private let login: LoggedIn

  init() throws { login = try LoggedIn() }

  @Test func `a session that could not be ended keeps its token`() throws {
    let failed = login.ran("logout", on: login.file("none.db"))
    #expect(failed.exit == 69 && login.exists("session"))
    #expect(login.ran("whoami").exit == 0)
    #expect(login.ran("logout").exit == 0)
    #expect(!login.exists("session"))
    #expect(try isOpen() == false)
  }

  @Test func `a token whose session is over is forgotten`() throws {
    try login.tamper("UPDATE session SET ended_at = 1, end_reason = 'logout'")
    let ran = login.ran("logout")
    #expect(ran.exit == 77 && ran.errors.contains("the session has ended"))
    #expect(!login.exists("session"))
  }

  @Test func `a dry run ends nothing`() throws {
    #expect(login.ran("logout", "--dry-run").exit == 0)
    #expect(try login.exists("session") && isOpen())
    try login.tamper("UPDATE session SET ended_at = 1, end_reason = 'logout'")
    #expect(login.ran("logout", "--dry-run").exit == 77)
    #expect(login.exists("session"))
  }

  private func isOpen() throws -> Bool {
    try login.exchange.registry.database.read {
      try $0.exists("SELECT 1 FROM session WHERE ended_at IS NULL")
    }
  }
}
