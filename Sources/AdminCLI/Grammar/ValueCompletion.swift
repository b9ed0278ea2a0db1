/// What a shell may offer where a value is expected.
enum ValueCompletion: Sendable, Equatable {
  /// Nothing: only the user knows the value.
  case nothing
  /// Names of files and folders.
  case files
  /// One of these words, which hold no white space, quotes or commas.
  case words([String])
}
