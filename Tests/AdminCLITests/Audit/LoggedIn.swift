import Foundation
import Policy
import TestSupport

@testable import AdminCLI
@testable import IAM

/// An exchange with one member, and sessions of the staff master and of the member's master.
struct LoggedIn {
  let exchange: TestExchange
  var environment: [EnvironmentVariable: String] = [:]

  init(as username: Username = TestExchange.staff) throws {
    exchange = try TestExchange()
    try exchange.addMember(Username(unchecked: "master-01"))
    let token = try SessionToken(randomness: .system)
    try exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.session", in: 1, on: username.text, need: .nothing)) {
        try change.execute(
          """
          INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
            last_seen_at) SELECT ?, ?, id, 0, ?, ?, 0 FROM operator WHERE username = ?
          """, try change.nextID("session"), token.digest.bytes, Int64(1) << 50, Int64(1) << 50,
          username.text)
        return Recorded()
      }
    }
    environment = [
      .database: exchange.path, .session: file("session"), .locale: "en", .home: file(""),
    ]
    try SessionFile(path: file("session")).write(token.text)
  }

  func file(_ name: String) -> String { exchange.directory.file(name) }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func ran(_ words: String..., on database: String? = nil) -> Ran {
    var environment = environment
    if let database { environment[.database] = database }
    return Ran(words, environment: environment)
  }

  /// Runs SQL on the file behind the program.
  func tamper(_ script: String) throws {
    let raw = try Connection.open(
      path: exchange.path, access: .readWrite, context: exchange.registry.database.context)
    try raw.run(script: script)
  }
}

extension Ran {
  /// Standard output as JSON.
  func json() throws -> JSONValue { try JSONValue(reading: output) }

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}
