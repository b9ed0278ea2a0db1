import IAM

/// The help of one command, of a group of commands, or of the whole program: examples first.
struct Help {
  /// The words that name it; empty for the whole program.
  let path: String
  /// All commands.
  let commands: [any CommandProtocol]

  /// The help as an answer: text, or an object with `--json`.
  func output(for console: Console) -> Output {
    .text(text(in: console.language, width: console.terminal.width), json: json(console.language))
  }

  /// The help for people.
  func text(in language: Language, width: Int = 80) -> String {
    if let command = commands.named(path) {
      return command.help(in: language, width: width)
    }
    var blocks = [HelpBlock(title: .examples, rows: examples.map { ($0, "") })]
    let usage = path.isEmpty ? "iamctl NOUN [VERB]" : "iamctl \(path) VERB"
    blocks.append(HelpBlock(title: .usage, rows: [("\(usage) [ARGUMENT…] [--flag …]", "")]))
    blocks.append(HelpBlock(title: .commands, rows: rows(in: language)))
    blocks.append(HelpBlock(title: .everywhere, shapes: CommonOptions.shapes, language))
    let tail = Text(
      zh: "查看某个命令：iamctl help NOUN [VERB]", en: "one command: iamctl help NOUN [VERB]")
    return blocks.map { $0.text(in: language, width: width) }.joined(separator: "\n")
      + "\n\(tail[language])\n"
  }

  /// The commands under the path: a command with its summary, a noun with its verbs.
  private func rows(in language: Language) -> [(String, String)] {
    commands.nextWords(after: path).map { next in
      let below = commands.nextWords(after: next.path).map(\.word).joined(separator: ", ")
      let summary = commands.named(next.path)?.summary[language]
      let parts = [summary, below.isEmpty ? nil : below].compactMap { $0 }
      return (next.path, parts.joined(separator: "; "))
    }
  }

  /// The first example of each of the first commands.
  private var examples: [String] {
    commands.filter { $0.isUnder(path) }.compactMap(\.examples.first).prefix(4).map { $0 }
  }

  private func json(_ language: Language) -> JSONValue {
    if let command = commands.named(path) { return command.helpJSON(in: language) }
    let below = commands.filter { $0.isUnder(path) }
    return .array(
      below.map { ["command": .string($0.name), "summary": .string($0.summary[language])] })
  }
}
