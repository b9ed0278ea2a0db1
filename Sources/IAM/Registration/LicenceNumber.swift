/// A business licence number (营业执照注册号) of before the unified code: 13 or 15 digits.
///
/// Numbers of 15 digits, given out since 2007, end in a check digit. It is reported to reviewers
/// by ``hasCheckDigit`` and not enforced: A5 asks for check characters of two other codes only, and
/// a paper licence that the exchange must accept is not refused for its registrar's arithmetic.
///
/// - Source: A1; GS 15-2006.
public struct LicenceNumber: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// Whether there are 15 digits and the last is the check digit of the others.
  ///
  /// - Source: ISO 7064, MOD 11,10.
  public let hasCheckDigit: Bool

  /// Checks a number.
  public init(_ text: String, field: String = "licence_no") throws(InvalidField) {
    let values = try CodeText.values(
      of: text, in: CodeText.digits, lengths: [13, 15], field: field)
    let product = values.dropLast().reduce(10) { product, digit in
      let sum = (product + digit) % 10
      return (sum == 0 ? 10 : sum) * 2 % 11
    }
    hasCheckDigit = values.count == 15 && (product + (values.last ?? 0)) % 10 == 1
    self.text = text
  }
}
