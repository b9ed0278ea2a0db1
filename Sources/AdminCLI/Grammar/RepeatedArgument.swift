/// All words from its position on; the last of a command's arguments.
struct RepeatedArgument<Value: CommandValue>: Parameter {
  private let name: String
  private let help: Text
  private let isRequired: Bool

  /// An argument; `name` is in capitals. At least one word must be given unless `optional`.
  init(_ name: String, _ help: Text, as type: Value.Type = String.self, optional: Bool = false) {
    self.name = name
    self.help = help
    self.isRequired = !optional
  }

  var shape: ParameterShape {
    ParameterShape(
      kind: .argument, name: name, help: help, isRequired: isRequired, isRepeated: true,
      completion: Value.completion)
  }

  func read(from words: inout MatchedWords) throws(CommandFailure) -> [Value] {
    var values: [Value] = []
    while let word = words.arguments.popFirst() {
      values.append(try Value.parse(word, for: name))
    }
    return values
  }
}
