/// What a shell may offer after one path of words.
struct CompletionNode {
  /// A word and what it says.
  typealias Entry = (word: String, meaning: String)

  /// The words so far; empty for the program itself.
  let path: String
  /// Words that may follow: names of commands, or choices for an argument.
  let words: [Entry]
  /// Options of the command, those of every command left out.
  let options: [Entry]
  /// Whether an argument is a file.
  let takesFiles: Bool
  /// Options whose value is a file.
  let fileOptions: [String]
  /// Options whose value only the user knows.
  let freeOptions: [String]
  /// Options whose value is one of some words.
  let choices: [(option: String, words: [String])]

  /// The node of a path.
  init(_ path: String, _ commands: [any CommandProtocol], _ language: Language) {
    let command = commands.named(path)
    let own = (command?.parameters ?? []) + (command?.flags ?? [])
    let options = own.filter { $0.kind == .option }
    self.path = path
    var words: [Entry] = commands.nextWords(after: path).map { next in
      let below = commands.nextWords(after: next.path).map(\.word)
      return (
        next.word, commands.named(next.path)?.summary[language] ?? below.joined(separator: ", ")
      )
    }
    for case .words(let choices) in own.filter({ $0.kind == .argument }).map(\.completion) {
      words += choices.map { ($0, "") }
    }
    self.words = words
    self.options = own.filter { $0.name.hasPrefix("-") }.map { ($0.name, $0.help[language]) }
    self.takesFiles = own.contains { $0.kind == .argument && $0.completion == .files }
    self.fileOptions = options.filter { $0.completion == .files }.map(\.name)
    self.freeOptions = options.filter { $0.completion == .nothing }.map(\.name)
    self.choices = options.compactMap { shape in
      if case .words(let words) = shape.completion { (shape.name, words) } else { nil }
    }
  }

  /// The nodes of all paths, the program itself first.
  static func all(_ commands: [any CommandProtocol], _ language: Language) -> [CompletionNode] {
    ([""] + commands.paths).map { CompletionNode($0, commands, language) }
  }
}
