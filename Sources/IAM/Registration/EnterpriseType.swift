/// The legal form of an enterprise, in its own words, in normal form C.
///
/// - Source: A7.
public struct EnterpriseType: Sendable, Hashable {
  /// The text.
  public let text: String

  /// Checks a text of 1 to 50 Unicode scalars without control or invisible characters.
  public init(_ text: String, field: String = "enterprise_type") throws(InvalidField) {
    self.text = try PlainText.checked(text, field: field, lengths: 1...50)
  }
}
