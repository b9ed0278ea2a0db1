import Foundation
import Policy
import TestSupport

@testable import AdminCLI
@testable import IAM

/// A member whose master is logged in, for command lines that run in this process.
final class Office {
  let exchange: TestExchange
  let tenant: TenantCode
  private let sessionPath: String

  init() throws {
    exchange = try TestExchange()
    tenant = try exchange.addMember(Username(unchecked: "master-01"), products: ["PNG", "LNG"])
    sessionPath = exchange.directory.file("session")
    try login("master-01")
  }

  /// The variables that lead the program to this store and session.
  var environment: [EnvironmentVariable: String] {
    [.database: exchange.path, .session: sessionPath]
  }

  /// What one command line does here.
  func run(_ line: String, language: String = "en") -> Ran {
    Ran(
      line.split(separator: " ").map(String.init) + ["--lang", language], environment: environment)
  }

  /// Opens a session for somebody, who need not know its password.
  func login(_ username: String) throws {
    let token = try SessionToken(randomness: .system)
    let now = Services().clock()
    try exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.login", in: 1, on: username, need: .nothing)) {
        let person = try change.reading.findOperator(Username(unchecked: username))
        try change.execute(
          """
          INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
            last_seen_at) VALUES (?, ?, ?, ?, ?, 900000, ?)
          """, try change.nextID("session"), token.digest.bytes, person?.id, now.milliseconds,
          now.milliseconds + 900_000, now.milliseconds)
        return Recorded()
      }
    }
    try SessionFile(path: sessionPath).write(token.text)
  }

  /// What differs from a transcript.
  func differences(_ text: String) -> [String] {
    var transcript = Transcript(text)
    transcript.environment = environment
    return transcript.differences()
  }
}
