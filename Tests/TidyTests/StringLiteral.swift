/// A string literal of Swift code.
struct StringLiteral: Equatable {
  /// What stands between the quotes as it is written, with what is interpolated left out.
  let text: String
  /// The line on which the literal starts, from 1.
  let line: Int
}
