/// Which command, or group of commands, the first words name, and the words that are left.
struct Resolution {
  /// The words that name it: empty for the program itself.
  var path = ""
  /// The command of that name; `nil` when the path names a group only.
  var command: (any CommandProtocol)?
  /// All other words, in order.
  var words: [String] = []

  /// Follows words as long as they lead on; options may stand between them.
  ///
  /// - Throws: a usage failure when a word leads nowhere and the words before it are no command.
  init(_ all: [String], among commands: [any CommandProtocol]) throws(CommandFailure) {
    var index = 0
    follow: while index < all.count, Self.leadsOn(path, commands) {
      let word = all[index]
      if MatchedWords.isOption(word) {
        words.append(word)
        if index + 1 < all.count, Self.takesValue(word, under: path, commands) {
          index += 1
          words.append(all[index])
        }
      } else {
        let longer = path.isEmpty ? word : "\(path) \(word)"
        guard commands.contains(where: { $0.name == longer || $0.isUnder(longer) }) else {
          break follow
        }
        path = longer
      }
      index += 1
    }
    words += all[index...]
    command = commands.first { $0.name == path }
    if command == nil, index < all.count {
      let next = commands.nextWords(after: path).map(\.word)
      throw .unknownWord(all[index], after: path, among: next)
    }
  }

  private static func leadsOn(_ path: String, _ commands: [any CommandProtocol]) -> Bool {
    commands.contains { $0.isUnder(path) }
  }

  /// Only asked when an option stands before or between the words of a command's name.
  private static func takesValue(
    _ word: String, under path: String, _ commands: [any CommandProtocol]
  ) -> Bool {
    guard !word.contains("=") else { return false }
    let near = commands.filter { $0.name == path || $0.isUnder(path) }
    return (CommonOptions.shapes + near.flatMap(\.parameters))
      .contains { $0.kind == .option && $0.name == word }
  }
}
