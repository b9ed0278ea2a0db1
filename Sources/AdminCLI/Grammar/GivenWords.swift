/// The words of a command line: those before `--`, and those after it.
struct GivenWords {
  /// The words before `--`.
  private(set) var words: [String]
  /// The words after it; `nil` where there is none.
  private(set) var rest: [String]?

  /// Splits a command line at its first `--`.
  ///
  /// Where the rest is words of another command, the options that every command has may stand there
  /// as well and count as if they stood before.
  init(_ arguments: [String], among commands: [any CommandProtocol]) {
    let split = arguments.firstIndex(of: "--") ?? arguments.endIndex
    words = Array(arguments[..<split])
    rest = split == arguments.endIndex ? nil : Array(arguments[(split + 1)...])
    if let rest, takesRest(commands) { bringForward(rest) }
  }

  private func takesRest(_ commands: [any CommandProtocol]) -> Bool {
    do throws(CommandFailure) {
      let command = try Resolution(words, among: commands).command
      return command?.parameters.contains { $0.kind == .rest } ?? false
    } catch {
      // It is told when the words are read.
      return false
    }
  }

  private mutating func bringForward(_ all: [String]) {
    var others: [String] = []
    var following = all.makeIterator()
    while let word = following.next() {
      let (name, value) = MatchedWords.split(word)
      let shape = CommonOptions.shapes.first { $0.name == name }
      guard shape != nil || word == "-h" else {
        others.append(word)
        continue
      }
      words.append(word)
      if shape?.kind == .option, value == nil, let next = following.next() { words.append(next) }
    }
    rest = others
  }
}
