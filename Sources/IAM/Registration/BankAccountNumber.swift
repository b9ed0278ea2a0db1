/// The number of a bank account: 8 to 32 digits. Banks number freely, so there is no check digit.
///
/// - Source: A8.
public struct BankAccountNumber: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// Checks a number.
  public init(_ text: String, field: String = "account_no") throws(InvalidField) {
    let count = text.unicodeScalars.count
    if count < 8 { throw InvalidField(field, .tooShort(minimum: 8)) }
    if count > 32 { throw InvalidField(field, .tooLong(maximum: 32)) }
    _ = try CodeText.values(of: text, in: CodeText.digits, lengths: [count], field: field)
    self.text = text
  }
}
