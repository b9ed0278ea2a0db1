/// The name of a bank (开户银行), in normal form C.
///
/// - Source: A8.
public struct BankName: Sendable, Hashable {
  /// The text.
  public let text: String

  /// Checks a text of 1 to 100 Unicode scalars without control or invisible characters.
  public init(_ text: String, field: String = "bank") throws(InvalidField) {
    self.text = try PlainText.checked(text, field: field, lengths: 1...100)
  }
}
