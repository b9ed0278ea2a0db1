/// The secret that stands for a session: 256 random bits, of which only the digest is stored.
///
/// - Source: C12; OWASP ASVS 5.0 V7.
public struct SessionToken: Sendable {
  /// The number of random bytes.
  public static let byteCount = 32

  private let secret: Secret

  /// Draws a new token.
  public init(randomness: Randomness) throws(CredentialError) {
    var bytes = try randomness.bytes(SessionToken.byteCount)
    defer { bytes.erase() }
    secret = Secret(bytes: bytes)
  }

  /// Reads a token's text: 43 characters of base64url.
  ///
  /// - Throws: `malformedToken` for anything else; the text is not repeated.
  public init(text: String) throws(CredentialError) {
    guard var bytes = Base64.safe.bytes(text), bytes.count == SessionToken.byteCount else {
      throw .malformedToken
    }
    defer { bytes.erase() }
    secret = Secret(bytes: bytes)
  }

  /// The text to hand to the person or to keep in the session file: base64url without padding.
  public var text: String { secret.withBytes { Base64.safe.text(Array(copying: $0)) } }

  /// The SHA-256 of the token's bytes: what the database holds.
  public var digest: Digest { secret.withBytes { Digest.sha256($0) } }
}
