/// The words after a command's name, sorted by the shapes they fit.
struct MatchedWords: Sendable {
  /// Words by position; readers take them from the front.
  var arguments: ArraySlice<String> = []
  /// Options and flags in the order given; a flag's value is empty.
  var options: [(name: String, value: String)] = []
  /// Everything after `--`, for a command that has a use for it.
  var rest: [String] = []

  /// The values given for an option, in order.
  func values(of name: String) -> [String] {
    options.lazy.filter { $0.name == name }.map(\.value)
  }

  /// Whether an option or flag was given.
  func has(_ name: String) -> Bool {
    options.contains { $0.name == name }
  }
}
