import Glibc

/// The operating system's words for an error number.
enum SystemError {
  /// One line, in English, lower case at its beginning.
  static func text(_ number: Int32) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
