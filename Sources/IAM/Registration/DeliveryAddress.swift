/// Where papers are delivered (资料送达地址), in normal form C.
///
/// - Source: A4.
public struct DeliveryAddress: Sendable, Hashable {
  /// The text.
  public let text: String

  /// Checks a text of 1 to 200 Unicode scalars without control or invisible characters.
  public init(_ text: String, field: String = "delivery_address") throws(InvalidField) {
    self.text = try PlainText.checked(text, field: field, lengths: 1...200)
  }
}
