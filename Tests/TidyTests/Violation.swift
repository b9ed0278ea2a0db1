/// A place where a rule of the house is broken.
struct Violation: Equatable, CustomStringConvertible {
  let path: String
  /// The line, from 1.
  let line: Int
  let reason: String

  var description: String { "\(path):\(line): \(reason)" }
}
