/// What is known about the terminal, if there is one.
struct Terminal: Sendable, Equatable {
  /// Whether standard input is a terminal: somebody can be asked.
  var isInput = false
  /// Whether standard output is a terminal: somebody reads tables.
  var isOutput = false
  /// Whether standard error is a terminal: somebody sees boxes.
  var isErrors = false
  /// Columns of a line, at least 20.
  var width = 80
  /// Whether colours are welcome.
  var allowsColour = false
}
