/// A tax registration number (税务登记证号): 15, 17, 18 or 20 digits and capital letters.
///
/// - Source: A1.
public struct TaxNumber: Sendable, Hashable {
  /// The number.
  public let text: String

  /// Checks a number.
  public init(_ text: String, field: String = "tax_no") throws(InvalidField) {
    _ = try CodeText.values(
      of: text, in: CodeText.digitsAndCapitals, lengths: [15, 17, 18, 20], field: field)
    self.text = text
  }
}
