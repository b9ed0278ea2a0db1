/// A 256-bit key that seals personal data, with the number that envelopes name it by.
public struct SealingKey: Sendable {
  /// The number of bytes of a key.
  public static let byteCount = 32

  /// The key's number, written into each envelope, so that keys can be replaced one by one.
  public let id: UInt32
  let secret: Secret

  /// Draws a new key.
  public init(id: UInt32, randomness: Randomness) throws(CredentialError) {
    self.id = id
    var bytes = try randomness.bytes(SealingKey.byteCount)
    defer { bytes.erase() }
    secret = Secret(bytes: bytes)
  }

  /// Reads a key as a key file holds it: 64 hexadecimal digits.
  ///
  /// - Throws: `malformedKey`; the text is not repeated.
  public init(id: UInt32, hexadecimal: String) throws(CredentialError) {
    guard var bytes = Hexadecimal.bytes(hexadecimal), bytes.count == SealingKey.byteCount else {
      throw .malformedKey
    }
    defer { bytes.erase() }
    self.id = id
    secret = Secret(bytes: bytes)
  }

  /// The key's text for its file. Keep it out of everything else.
  public var hexadecimal: String { secret.withBytes { Hexadecimal.text([UInt8](copying: $0)) } }
}
