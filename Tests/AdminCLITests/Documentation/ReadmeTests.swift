import Foundation
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// What the documentation tells people to type works as it stands there.
struct ReadmeTests {
  private static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
  private static let passwords = [
    "exch-admin-1": "Vq7#mZ2!tRx9-Lw", "sanxia-gas": "Kw4!pN8#yHd2-Jt",
  ]
  private static let payment = "Zb5!cR7#kWm9-Qx"

  /// The command lines of the first steps, without what is said about them.
  private func steps() throws -> [[String]] {
    let text = try String(contentsOfFile: "\(Self.root)/README.md", encoding: .utf8)
    let start = try #require(text.range(of: "## First steps"))
    let end = try #require(text.range(of: "\n## ", range: start.upperBound..<text.endIndex))
    let lines = text[start.upperBound..<end.lowerBound].split(separator: "\n")
    return lines.filter { $0.hasPrefix("$ ") }.flatMap { line in
      line.dropFirst(2).components(separatedBy: "   ")[0].components(separatedBy: " && ")
        .map { $0.split(separator: " ").map(String.init) }
    }
  }

  /// What somebody who follows the steps types when passwords are asked for.
  private func secrets(_ words: [String], oneTime: String) -> [String]? {
    let known = { (name: String) in Self.passwords[name] ?? oneTime }
    switch words[0] {
    case "init", "login": return [known(words[1])]
    case "setup": return [oneTime, "Hx6#vD3!sLp8-Gn", Self.payment]
    case "payment-password": return [Self.payment]
    default: return words[..<2] == ["member", "register"] ? [known("sanxia-gas")] : nil
    }
  }

  @Test func `the first steps lead to a trade`() throws {
    let folder = try TemporaryDirectory()
    let environment: [EnvironmentVariable: String] = [.home: folder.path, .localeAll: "C"]
    let services = Services(
      hasher: PasswordHasher(
        uncheckedForTesting: .uncheckedForTesting(memory: 8, passes: 1, lanes: 1),
        randomness: .system))
    var oneTime = ""
    let steps = try steps()
    #expect(steps.count > 20)
    for step in steps {
      try #require(step.first == "iamctl", "\(step)")
      var words = step.dropFirst().map {
        $0.hasPrefix("examples/") ? "\(Self.root)/\($0)" : $0
      }
      let secrets = self.secrets(words, oneTime: oneTime)
      if secrets != nil { words.append("--password-stdin") }
      let ran = Ran(
        words, environment: environment,
        input: GivenInput((secrets ?? []).map { $0 + "\n" }.joined()), services: services)
      let line = step.joined(separator: " ")
      #expect(ran.exit == (words[0] == "explain" ? 1 : 0), "\(line): \(ran.errors)")
      for shown in ran.lines where shown.hasPrefix("one_time_password\t") {
        oneTime = String(shown.dropFirst("one_time_password\t".count))
      }
      if words[0] == "explain" { #expect(ran.output.contains("(outside-entitlement)")) }
    }
    try askAsServices(folder)
  }

  /// The short question to the library that the README shows is answered by what the steps made.
  private func askAsServices(_ folder: borrowing TemporaryDirectory) throws {
    let text = try String(contentsOfFile: "\(Self.root)/README.md", encoding: .utf8)
    let call = try #require(text.firstMatch(of: /try reader\.check\("([^"]+)", "([^"]+)"\)/))
    let store = try #require(
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
        .first { $0.hasSuffix(".db") })
    let reader = try PermissionChecker(database: folder.path + "/" + store).reader()
    let verdict = try reader.check(String(call.1), String(call.2))
    #expect(verdict.isAllowed, "\(call.0): \(verdict.reasons)")
  }

  @Test(arguments: allCommands.map(\.name))
  func `the examples of a command are lines that can be read`(name: String) throws {
    let examples = try #require(allCommands.named(name)).examples
    for example in examples {
      let start = try #require(example.range(of: "iamctl "), "\(example)")
      let parts = example[start.upperBound...].prefix { !"<>|);&".contains($0) }
        .components(separatedBy: " -- ")
      let found = try Resolution(words(parts[0]), among: allCommands)
      let command = try #require(found.command, "\(example)")
      _ = try MatchedWords(
        found.words, rest: parts.count > 1 ? words(parts[1]) : nil, shapes: command.shapes)
    }
    #expect(!examples.isEmpty)
  }

  private func words(_ line: String) -> [String] {
    line.split(separator: " ").map { String($0.filter { $0 != "'" }) }
  }
}
