/// A named Ed25519 key that signs checkpoints; its file is kept outside the database.
///
/// - Source: C2SP signed-note; the text of a key is that of golang.org/x/mod/sumdb/note.
public struct CheckpointSigner: Sendable {
  /// The name used unless another is given.
  public static let defaultName = "iamctl/EX"

  /// The public half, which verifies.
  public let verifier: CheckpointVerifier
  private let key: SigningKey

  /// Draws a new key.
  ///
  /// - Throws: `invalid` for a name that is empty or has white space or `+` in it.
  public init(name: String = defaultName, randomness: Randomness = .system) throws {
    key = try SigningKey(randomness: randomness)
    verifier = try CheckpointVerifier(name: name, key: key.verifyingKey)
  }

  /// Reads a key: `PRIVATE+KEY+NAME+ID+BASE64`.
  ///
  /// - Throws: `malformedKey`; the text is not repeated.
  public init(reading text: String) throws {
    let parts =
      text.split(separator: "\n", maxSplits: 1).first?
      .split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false) ?? []
    guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
      var bytes = Base64.standard.unpadded(parts[4])
    else { throw CredentialError.malformedKey }
    defer { bytes.erase() }
    guard bytes.count == 1 + SigningKey.seedByteCount, bytes[0] == CheckpointVerifier.algorithm
    else { throw CredentialError.malformedKey }
    key = try SigningKey(hexadecimal: Hexadecimal.text(bytes.dropFirst()))
    verifier = try CheckpointVerifier(name: String(parts[2]), key: key.verifyingKey)
    guard Hexadecimal.text(verifier.identifier) == parts[3] else {
      throw CredentialError.malformedKey
    }
  }

  /// The key's text for its file. Keep it out of everything else.
  public var text: String {
    var bytes = [CheckpointVerifier.algorithm] + (Hexadecimal.bytes(key.hexadecimal) ?? [])
    defer { bytes.erase() }
    let identifier = Hexadecimal.text(verifier.identifier)
    return "PRIVATE+KEY+\(verifier.name)+\(identifier)+\(Base64.standard.padded(bytes))"
  }

  func signature(for message: [UInt8]) -> CheckpointNote.Signature {
    CheckpointNote.Signature(
      name: verifier.name, bytes: verifier.identifier + key.signature(for: message))
  }
}
