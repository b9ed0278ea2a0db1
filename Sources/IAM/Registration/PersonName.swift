/// The name of a person: legal representative, administrator, operator, in normal form C.
///
/// - Source: A1.
public struct PersonName: Sendable, Hashable {
  /// The text.
  public let text: String

  /// Checks a text of 1 to 50 Unicode scalars without control or invisible characters.
  public init(_ text: String, field: String = "name") throws(InvalidField) {
    self.text = try PlainText.checked(text, field: field, lengths: 1...50)
  }
}
