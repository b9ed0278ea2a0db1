extension [any CommandProtocol] {
  /// The words that may follow `path`, each once, in the order of the commands.
  func nextWords(after path: String) -> [(word: String, path: String)] {
    var found: [(word: String, path: String)] = []
    for command in self where command.isUnder(path) {
      let tail = path.isEmpty ? command.name[...] : command.name.dropFirst(path.count + 1)
      let word = String(tail.prefix { $0 != " " })
      guard !found.contains(where: { $0.word == word }) else { continue }
      found.append((word, path.isEmpty ? word : "\(path) \(word)"))
    }
    return found
  }

  /// The command with exactly this name.
  func named(_ name: String) -> (any CommandProtocol)? {
    first { $0.name == name }
  }

  /// Every path that leads to a command or a group of commands, each before what is under it.
  var paths: [String] {
    var found: [String] = []
    func visit(_ path: String) {
      for next in nextWords(after: path) {
        found.append(next.path)
        visit(next.path)
      }
    }
    visit("")
    return found
  }
}
