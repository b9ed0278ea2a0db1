/// Runs one command line from its words to its last byte of output.
///
/// - Parameters:
///   - arguments: the words after the program's name.
///   - console: where to read and write; its language and JSON switch follow the words.
///   - commands: those that can be named.
/// - Returns: the exit code. Nothing is thrown: every error is told on standard error.
func run(
  arguments: [String], console: Console, commands: [any CommandProtocol] = allCommands
) -> Int32 {
  let given = GivenWords(arguments, among: commands)
  let words = given.words
  var console = console
  console.json = words.contains("--json")
  do {
    console.language = try chosenLanguage(words) ?? console.language
    let output = try answer(words, rest: given.rest, console: console, commands: commands)
    try console.write(output)
    return output.exit.rawValue
  } catch {
    let failure = CommandFailure(error)
    console.report(failure)
    return failure.exit.rawValue
  }
}

/// Found before anything else is read, so that also errors in the words speak the language.
private func chosenLanguage(_ words: [String]) throws(CommandFailure) -> Language? {
  for (index, word) in words.enumerated() where word.hasPrefix("--lang") {
    let (name, inline) = MatchedWords.split(word)
    guard name == "--lang", let value = inline ?? words[(index + 1)...].first else { continue }
    return try Language.parse(value, for: name)
  }
  return nil
}

private func answer(
  _ words: [String], rest: [String]?, console: Console, commands: [any CommandProtocol]
) throws -> Output {
  let wantsHelp = words.contains { $0 == "-h" || $0 == "--help" }
  let words = words.filter { $0 != "-h" && $0 != "--help" }
  let resolution = try Resolution(words, among: commands)
  if let command = resolution.command, !wantsHelp {
    return try command.run(resolution.words, rest: rest, console: console)
  }
  if !wantsHelp {
    _ = try MatchedWords(resolution.words, rest: rest, shapes: CommonOptions.shapes)
  }
  return Help(path: resolution.path, commands: commands).output(for: console)
}
