/// Words that the code does without.
enum WordRules {
  static func violations(in source: SwiftSource) -> [Violation] {
    if source.path.hasPrefix("Tests/") {
      return report(source, "try?", source.lines(of: "try", "?"))
    }
    guard source.path.hasPrefix("Sources/") else { return [] }
    return report(source, "@unchecked Sendable", source.lines(of: "@", "unchecked", "Sendable"))
      + report(source, "nonisolated(unsafe)", source.lines(of: "nonisolated", "(", "unsafe", ")"))
      + report(
        source, "try!",
        // `guard try !isDone` is fine: the two stand apart.
        source.lines(of: "try", "!").filter { source.lines[$0 - 1].contains("try!") })
      + report(source, "fatalError", source.lines(of: "fatalError", "("))
      + report(source, "TODO", lines(of: source, holding: "TODO"))
      + report(source, "FIXME", lines(of: source, holding: "FIXME"))
      + unexplainedUnsafe(in: source)
  }

  private static func report(_ source: SwiftSource, _ word: String, _ lines: [Int]) -> [Violation] {
    lines.map { Violation(path: source.path, line: $0, reason: "`\(word)` is not used here") }
  }

  /// Comments count as well.
  private static func lines(of source: SwiftSource, holding word: String) -> [Int] {
    source.lines.indices.filter { source.lines[$0].contains(word) }.map { $0 + 1 }
  }

  /// How many lines above an unsafe use its reason may stand.
  private static let reach = 10

  private static func unexplainedUnsafe(in source: SwiftSource) -> [Violation] {
    Set(source.lines(of: "unsafe")).sorted().filter { line in
      let above = source.lines[max(0, line - 1 - reach)..<line]
      return !above.contains { $0.contains("SAFETY:") }
    }.map {
      Violation(path: source.path, line: $0, reason: "`unsafe` needs a `// SAFETY:` comment above")
    }
  }
}
