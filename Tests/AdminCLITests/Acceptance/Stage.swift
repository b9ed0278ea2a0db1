import Foundation
import Synchronization
import TestSupport

@testable import AdminCLI
@testable import IAM

/// A store in a folder of its own, and people who use it through the commands of the program.
final class Stage: Sendable {
  /// Everything on disk; removed with the stage.
  let directory: TemporaryDirectory
  /// All that was said so far: both streams of every command.
  private let said = Mutex<[Ran]>([])

  /// An empty stage: nothing is set up yet.
  init() throws {
    directory = try TemporaryDirectory()
    for folder in ["store", "papers", "people"] {
      try FileManager.default.createDirectory(
        atPath: file(folder), withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    }
  }

  /// A stage with the same files, for a test that changes them.
  init(copying other: Stage) throws {
    directory = try TemporaryDirectory()
    for folder in ["store", "papers", "people"] {
      try FileManager.default.copyItem(atPath: other.file(folder), toPath: file(folder))
    }
  }

  /// The database.
  var database: String { file("store/iam.db") }

  /// Every command's outcome, in order.
  var outcomes: [Ran] { said.withLock { $0 } }

  /// A path below the folder.
  func file(_ name: String) -> String { directory.file(name) }

  /// The variables of one person, who has a session file of their own.
  func environment(of person: String) -> [EnvironmentVariable: String] {
    [
      .database: database, .session: file("people/\(person)"), .home: file("people"),
      .localeAll: "C", .temporary: file("people"),
    ]
  }

  /// Runs a command of the given words as a person; secrets go to standard input.
  @discardableResult
  func ran(
    _ person: String, words: [String], secrets: [String] = [], input: String = "",
    changing environment: [EnvironmentVariable: String] = [:], terminal: Terminal = Terminal()
  ) -> Ran {
    let given = secrets.isEmpty ? input : secrets.map { $0 + "\n" }.joined()
    let ran = Ran(
      words + (secrets.isEmpty ? [] : ["--password-stdin"]),
      environment: self.environment(of: person).merging(environment) { $1 },
      input: GivenInput(given), terminal: terminal)
    said.withLock { $0.append(ran) }
    return ran
  }

  /// Runs a command line whose words have no spaces in them, as a person, with `--json`.
  @discardableResult
  func ran(_ person: String, _ line: String, secrets: [String] = []) -> Ran {
    ran(person, words: line.split(separator: " ").map(String.init) + ["--json"], secrets: secrets)
  }

  /// Writes a document that a person hands in; returns its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let path = file("papers/\(name)")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}

extension Ran {
  /// The error object that `--json` puts on standard error.
  func failure() throws -> JSONValue {
    try JSONValue(reading: errors)["error"] ?? .null
  }
}

extension JSONValue {
  /// The names of an object's members in order; empty for everything else.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// The elements of an array; empty for everything else.
  var elements: [JSONValue] {
    guard case .array(let values) = self else { return [] }
    return values
  }

  /// The text of a string; empty for everything else.
  var string: String {
    guard case .string(let text) = self else { return "" }
    return text
  }
}
