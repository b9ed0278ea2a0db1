/// How personal data looks to those who may not see it whole.
///
/// Each mask has a fixed number of stars, so that it does not tell the length of what it hides.
enum Mask {
  /// `139****0000`: the first three and the last four digits; nothing of a shorter number.
  static func mobile(_ text: String) -> String {
    text.count < 8 ? stars : "\(text.prefix(3))\(stars)\(text.suffix(4))"
  }

  /// `l****@example.com`: the first character and the domain.
  static func email(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@"), at != text.startIndex else { return stars }
    return "\(text.prefix(1))\(stars)\(text[at...])"
  }

  /// `****0123`: the last four digits of a bank account.
  static func bankAccount(_ text: String) -> String {
    text.count < 8 ? stars : "\(stars)\(text.suffix(4))"
  }

  /// The first three characters of an address; nothing of one that is hardly longer.
  static func address(_ text: String) -> String {
    text.count < 7 ? stars : "\(text.prefix(3))\(stars)"
  }

  private static let stars = "****"
}
