/// A word that may be left out, known by its position; it comes after all that may not.
struct OptionalArgument<Value: CommandValue>: Parameter {
  private let name: String
  private let help: Text

  /// An argument; `name` is in capitals.
  init(_ name: String, _ help: Text, as type: Value.Type = String.self) {
    self.name = name
    self.help = help
  }

  var shape: ParameterShape {
    ParameterShape(kind: .argument, name: name, help: help, completion: Value.completion)
  }

  func read(from words: inout MatchedWords) throws(CommandFailure) -> Value? {
    guard let word = words.arguments.popFirst() else { return nil }
    return try Value.parse(word, for: name)
  }
}
