/// A value sealed with AES-256-GCM for one place in the database.
///
/// The bytes are: a version (1), the key's number (4, big-endian), a random nonce (12), the
/// sealed text, a tag (16). Version, key number and place are authenticated with the text.
///
/// - Source: NIST SP 800-38D.
public struct Envelope: Sendable, Hashable {
  private static let version: UInt8 = 1
  static let nonceByteCount = 12
  static let tagByteCount = 16
  private static let headByteCount = 5

  /// The envelope as it is stored.
  public let bytes: [UInt8]

  /// The number of the key that opens it.
  public let keyID: UInt32

  /// Takes stored bytes.
  ///
  /// - Throws: `damagedEnvelope` when they cannot be an envelope.
  public init(bytes: [UInt8]) throws(CredentialError) {
    let overhead = Envelope.headByteCount + Envelope.nonceByteCount + Envelope.tagByteCount
    guard bytes.count >= overhead, bytes[0] == Envelope.version else { throw .damagedEnvelope }
    self.bytes = bytes
    keyID = bytes[1..<5].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Seals a text of any length under a fresh nonce.
  ///
  /// - Throws: `randomnessUnavailable`.
  public init(
    sealing text: [UInt8], for place: EnvelopePlace, key: SealingKey, randomness: Randomness
  ) throws(CredentialError) {
    var head = [Envelope.version]
    head.append(bigEndian: key.id)
    let nonce = try randomness.bytes(Envelope.nonceByteCount)
    let sealed = AESGCM.seal(text, key: key.secret, nonce: nonce, data: head + place.bytes)
    bytes = head + nonce + sealed
    keyID = key.id
  }

  /// The text.
  ///
  /// - Throws: `unknownKey` for a key of another number; `damagedEnvelope` when anything was
  ///   changed, the key is not the one it was sealed with, or the place is another.
  public func open(for place: EnvelopePlace, key: SealingKey) throws(CredentialError) -> [UInt8] {
    if key.id != keyID { throw .unknownKey }
    let head = Array(bytes.prefix(Envelope.headByteCount))
    let body = bytes.dropFirst(Envelope.headByteCount)
    let nonce = Array(body.prefix(Envelope.nonceByteCount))
    let sealed = Array(body.dropFirst(Envelope.nonceByteCount))
    let text = AESGCM.open(sealed, key: key.secret, nonce: nonce, data: head + place.bytes)
    guard let text else { throw .damagedEnvelope }
    return text
  }
}
