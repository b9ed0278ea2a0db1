/// Everything after `--`, untouched: words of another command. At least one must be given.
struct RestArguments: Parameter {
  private let name: String
  private let help: Text

  /// The rest; `name` is in capitals.
  init(_ name: String, _ help: Text) {
    self.name = name
    self.help = help
  }

  var shape: ParameterShape {
    ParameterShape(kind: .rest, name: name, help: help, isRequired: true)
  }

  func read(from words: inout MatchedWords) throws(CommandFailure) -> [String] {
    words.rest
  }
}
