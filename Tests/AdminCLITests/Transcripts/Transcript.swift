import Testing

@testable import AdminCLI

/// Command lines and exactly what they show, run in this process.
///
/// A step is a line `$ iamctl …`, then standard output, standard error, and `[n]` when the exit
/// code is not 0. Words may be quoted; `$ printf 'old\nnew\n' | iamctl …` gives standard input.
/// `⟨name⟩` in an expected line stands for any text, and in a later command line for that text.
struct Transcript {
  /// The steps.
  let text: String
  /// The variables that the program sees.
  var environment: [EnvironmentVariable: String] = [:]
  /// The commands that can be named.
  var commands: [any CommandProtocol] = allCommands

  /// A transcript written in a test.
  init(_ text: String) {
    self.text = text
  }

  /// The file `Texts/NAME.transcript` beside this one.
  init(named name: String, beside path: String = #filePath) throws {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let console = Console.process()
    text = try console.readText(
      FilePath(text: "/\(folder)/Texts/\(name).transcript"), limit: 1 << 20)
  }

  /// What differs: the step, and what it showed instead; empty when all is as written.
  func differences() -> [String] {
    var found: [String] = []
    var bindings: [(name: String, value: String)] = []
    for step in ("\n" + text).split(separator: "\n$ ") {
      var lines = step.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let line = lines.removeFirst()
      while lines.last?.isEmpty == true { lines.removeLast() }
      let command = bindings.reduce(line) { $0.replacing("⟨\($1.name)⟩", with: $1.value) }
      let shown = Self.run(command, environment, commands)
      if shown.count != lines.count
        || !zip(lines, shown).allSatisfy({ Self.match($0, $1, &bindings) })
      {
        found.append((["$ \(command)"] + shown).joined(separator: "\n"))
      }
    }
    return found
  }

  private static func run(
    _ line: String, _ environment: [EnvironmentVariable: String],
    _ commands: [any CommandProtocol]
  ) -> [String] {
    var words = words(line)
    var input = ""
    if words.count > 2, words[0] == "printf", words[2] == "|" {
      input = words[1].replacing("\\n", with: "\n")
      words.removeFirst(3)
    }
    guard words.first == "iamctl" else { return ["a step must begin with `$ iamctl`"] }
    let ran = Ran(
      Array(words.dropFirst()), commands: commands, environment: environment,
      input: GivenInput(input))
    let code = ran.exit == 0 ? "" : "[\(ran.exit)]"
    var shown = (ran.output + ran.errors + code).split(
      separator: "\n", omittingEmptySubsequences: false)
    while shown.last?.isEmpty == true { shown.removeLast() }
    return shown.map(String.init)
  }

  /// The words of a line, with quotes taken off as a shell does.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch character {
      case quote: quote = nil
      case "'" where quote == nil, "\"" where quote == nil:
        quote = character
        word = word ?? ""
      case " " where quote == nil:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// Whether a shown line is as expected; names bind what they stand for.
  private static func match(
    _ expected: String, _ shown: String, _ bindings: inout [(name: String, value: String)]
  ) -> Bool {
    guard let open = expected.firstIndex(of: "⟨"), let close = expected[open...].firstIndex(of: "⟩")
    else { return expected == shown }
    let name = String(expected[expected.index(after: open)..<close])
    let tail = String(expected[expected.index(after: close)...])
    guard shown.hasPrefix(expected[..<open]) else { return false }
    let rest = shown.dropFirst(expected[..<open].count)
    let stop = tail.prefix { $0 != "⟨" }
    let end = stop.isEmpty ? rest.endIndex : rest.firstRange(of: stop)?.lowerBound
    guard let end else { return false }
    bindings.append((name, String(rest[..<end])))
    return match(tail, String(rest[end...]), &bindings)
  }
}
