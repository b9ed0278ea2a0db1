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
    let columns = try await withThrowingTaskGroup(of: (MatrixActor, [String: String]).self) {
      group in
      for actor in MatrixActor.allCases {
        group.addTask { (actor, try Self.column(of: actor, in: world)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let lines = MatrixRow.all.map { row in
      let cells = MatrixActor.allCases.map { columns[$0]?[row.title] ?? "" }
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

extension AuthorizationMatrixTests {
  /// What one actor comes to, by line.
  private static func column(
    of actor: MatrixActor, in world: MatrixWorld
  ) throws -> [String: String] {
    // The demo makes a store of its own and asks nobody who they are: once is enough.
    let rows = MatrixRow.all.filter { actor == .nobody || $0.command != "demo" }
    let outcomes = try world.outcomes(of: actor, rows).map(\.outcome)
    return Dictionary(uniqueKeysWithValues: zip(rows.map(\.title), outcomes))
      .merging(["demo": "yes"], uniquingKeysWith: { found, _ in found })
  }

  /// Another tenant's things are not found, in the words for what does not exist.
  @Test func `another member is answered as one that does not exist`() throws {
    let world = try MatrixWorld()
    let rows = MatrixRow.all.filter { row in
      let shapes = allCommands.first { $0.name == row.command }?.shapes ?? []
      return row.arguments.contains("M000001") || shapes.contains { $0.name == "--tenant" }
    }
    let real = try world.outcomes(of: .foreign, rows)
    let ghost = try world.outcomes(of: .foreign, rows, naming: "M999999")
    for (row, (real, ghost)) in zip(rows, zip(real, ghost)) {
      #expect(real.exit == ghost.exit, "\(row.title)")
      #expect(real.output == ghost.output.replacing("M999999", with: "M000001"), "\(row.title)")
      #expect(real.errors == ghost.errors.replacing("M999999", with: "M000001"), "\(row.title)")
    }
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
