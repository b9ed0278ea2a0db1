import Foundation
import Testing

@testable import AdminCLI

/// Who may run which command on whom: what the program does, beside what the document says.
///
/// With `IAMCTL_WRITE_MATRIX=1` the document is written anew, to be read critically.
@Suite struct AuthorizationMatrixTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/authorization-matrix.md")

  @Test func `every command is in the matrix`() {
    #expect(Set(MatrixRow.all.map(\.command)) == Set(allCommands.map(\.name)))
    #expect(Set(MatrixRow.all.map(\.title)).count == MatrixRow.all.count)
  }

  @Test func `the program answers every kind of actor as the document says`() async throws {
    let world = try MatrixWorld()
    let columns = try await withThrowingTaskGroup(of: (MatrixActor, [Ran]).self) { group in
      for actor in MatrixActor.allCases {
        group.addTask { (actor, try world.outcomes(of: actor, MatrixRow.all)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1.map(\.outcome) }
    }
    let lines = MatrixRow.all.enumerated().map { number, row in
      let cells = MatrixActor.allCases.map { columns[$0]?[number] ?? "" }
      return "| `\(row.title)` | " + cells.joined(separator: " | ") + " |"
    }
    let table = MatrixText.heading + lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["IAMCTL_WRITE_MATRIX"] == "1" {
      try Data(table.utf8).write(to: Self.path)
    }
    let written = try String(contentsOf: Self.path, encoding: .utf8).split(separator: "\n")
    for (line, expected) in zip(lines, written.suffix(lines.count)) {
      #expect(line == String(expected))
    }
    #expect(table.split(separator: "\n").count == written.count)
  }
}

extension Ran {
  /// What a line of the matrix says: `yes`, the negative answer, or exit code and error.
  fileprivate var outcome: String {
    if exit == 0 { return "yes" }
    if errors.isEmpty || exit == 1 {
      let reason = output.split(separator: #""reasons":[""#).dropFirst().first
      return "answer " + (reason.map { "`\($0.prefix { $0 != "\"" })`" } ?? "\(exit)")
    }
    let code = errors.split(separator: #""code":""#).dropFirst().first?.prefix { $0 != "\"" }
    return "\(exit) `\(code ?? "?")`"
  }
}
