internal import Policy

/// The public half of a key that signs checkpoints.
///
/// - Source: C2SP signed-note, "verifier keys".
public struct CheckpointVerifier: Sendable, Equatable {
  /// The byte that stands for Ed25519.
  static let algorithm: UInt8 = 1

  /// Whose key it is.
  public let name: String
  private let key: VerifyingKey

  init(name: String, key: VerifyingKey) throws(IAMError) {
    let isPlain = name.unicodeScalars.allSatisfy { $0.isPlainlyVisible && $0 != " " && $0 != "+" }
    guard !name.isEmpty, name.utf8.count <= 255, isPlain else {
      throw .invalid(
        path: "name",
        reason: Wording(
          zh: "须为 1–255 字节，不含空白和加号",
          en: "must be 1 to 255 bytes without white space and plus signs"))
    }
    self.name = name
    self.key = key
  }

  /// Reads a key: `NAME+ID+BASE64`, or the private key that it belongs to.
  ///
  /// - Throws: `malformedKey`.
  public init(reading text: String) throws {
    if text.hasPrefix("PRIVATE+KEY+") {
      self = try CheckpointSigner(reading: text).verifier
      return
    }
    let parts =
      text.split(separator: "\n", maxSplits: 1).first?
      .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, let bytes = Base64.standard.unpadded(parts[2]),
      bytes.first == CheckpointVerifier.algorithm
    else { throw CredentialError.malformedKey }
    try self.init(name: String(parts[0]), key: VerifyingKey(bytes: Array(bytes.dropFirst())))
    guard Hexadecimal.text(identifier) == parts[1] else { throw CredentialError.malformedKey }
  }

  /// The key's text: `NAME+ID+BASE64`.
  public var text: String {
    let bytes = [CheckpointVerifier.algorithm] + key.bytes
    return "\(name)+\(Hexadecimal.text(identifier))+\(Base64.standard.padded(bytes))"
  }

  /// The four bytes by which signatures tell keys apart.
  var identifier: [UInt8] {
    let text = Array((name + "\n").utf8) + [CheckpointVerifier.algorithm] + key.bytes
    return Array(Digest.sha256(text).bytes.prefix(4))
  }

  /// Whether this key signed the note. Signatures of others are passed over.
  public func accepts(_ note: CheckpointNote) -> Bool {
    note.signatures.contains { signature in
      signature.name == name && Array(signature.bytes.prefix(4)) == identifier
        && key.isValid(Array(signature.bytes.dropFirst(4)), for: Array(note.signed.utf8))
    }
  }
}
