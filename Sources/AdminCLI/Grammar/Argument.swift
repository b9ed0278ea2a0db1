/// A word that must be given, known by its position.
struct Argument<Value: CommandValue>: Parameter {
  private let name: String
  private let help: Text

  /// An argument; `name` is in capitals.
  init(_ name: String, _ help: Text, as type: Value.Type = String.self) {
    self.name = name
    self.help = help
  }

  var shape: ParameterShape {
    ParameterShape(
      kind: .argument, name: name, help: help, isRequired: true, completion: Value.completion)
  }

  func read(from words: inout MatchedWords) throws(CommandFailure) -> Value {
    guard let word = words.arguments.popFirst() else { throw .missing(shape) }
    return try Value.parse(word, for: name)
  }
}
