/// The name of an enterprise (企业名称), in normal form C.
///
/// - Source: A1.
public struct EnterpriseName: Sendable, Hashable {
  /// The text.
  public let text: String

  /// Checks a text of 1 to 100 Unicode scalars without control or invisible characters.
  public init(_ text: String, field: String = "name") throws(InvalidField) {
    self.text = try PlainText.checked(text, field: field, lengths: 1...100)
  }
}
