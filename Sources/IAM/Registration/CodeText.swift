/// Helpers for codes of ASCII digits and capital letters.
enum CodeText {
  static let digits = "0123456789"
  static let digitsAndCapitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  /// The place of each character in an alphabet.
  ///
  /// - Throws: `wrongLength` before `wrongCharacter`.
  static func values(
    of text: String, in alphabet: String, lengths: [Int], field: String
  ) throws(InvalidField) -> [Int] {
    // Compared by UTF-8 units: every alphabet here is ASCII.
    if !lengths.contains(text.unicodeScalars.count) {
      throw InvalidField(field, .wrongLength(lengths))
    }
    let alphabet = Array(alphabet.utf8)
    let values = text.utf8.compactMap(alphabet.firstIndex(of:))
    if values.count != text.utf8.count { throw InvalidField(field, .wrongCharacter) }
    return values
  }
}
