/// A mobile number of mainland China: 11 digits.
///
/// - Source: A4.
public struct Mobile: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// Checks a number: `1[3-9]` first; after `17` only 0, 6, 7 or 8.
  public init(_ text: String, field: String = "mobile") throws(InvalidField) {
    let digits = try CodeText.values(of: text, in: CodeText.digits, lengths: [11], field: field)
    let isKnown = digits[1] == 7 ? [0, 6, 7, 8].contains(digits[2]) : digits[1] >= 3
    guard digits[0] == 1, isKnown else { throw InvalidField(field, .notMobile) }
    self.text = text
  }
}
