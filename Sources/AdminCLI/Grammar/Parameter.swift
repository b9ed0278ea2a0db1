/// One thing that a command is told by its words: an argument, an option or a flag.
protocol Parameter<Result>: Sendable {
  /// What the action is given.
  associatedtype Result: Sendable

  /// How the parameter is written; made on demand, so that a command costs nothing before use.
  var shape: ParameterShape { get }

  /// The value, taken from words that fit the shape.
  func read(from words: inout MatchedWords) throws(CommandFailure) -> Result
}
