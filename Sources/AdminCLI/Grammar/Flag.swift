/// A name that is given or not.
struct Flag: Parameter {
  private let name: String
  private let help: Text

  /// A flag; `name` begins with `--`.
  init(_ name: String, _ help: Text) {
    self.name = name
    self.help = help
  }

  var shape: ParameterShape { ParameterShape(kind: .flag, name: name, help: help) }

  func read(from words: inout MatchedWords) throws(CommandFailure) -> Bool {
    words.has(name)
  }
}
