/// A named value that may be given once.
struct OptionalOption<Value: CommandValue>: Parameter {
  private let name: String
  private let placeholder: String
  private let help: Text

  /// An option; `name` begins with `--`, `placeholder` is in capitals.
  init(_ name: String, _ placeholder: String, _ help: Text, as type: Value.Type = String.self) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
  }

  var shape: ParameterShape {
    ParameterShape(
      kind: .option, name: name, placeholder: placeholder, help: help,
      completion: Value.completion)
  }

  func read(from words: inout MatchedWords) throws(CommandFailure) -> Value? {
    guard let word = words.values(of: name).first else { return nil }
    return try Value.parse(word, for: name)
  }
}
