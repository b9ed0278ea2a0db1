/// A checkpoint with its signatures, as it is kept in a file.
///
/// - Source: C2SP signed-note, tlog-checkpoint.
public struct CheckpointNote: Sendable, Equatable {
  /// One line `— NAME BASE64`: who signed, with which key.
  struct Signature: Sendable, Equatable {
    var name: String
    /// The first four bytes say which key, the rest is the signature.
    var bytes: [UInt8]
  }

  /// What is signed.
  public let checkpoint: AuditCheckpoint
  let signed: String
  let signatures: [Signature]

  /// Signs a checkpoint.
  init(signing checkpoint: AuditCheckpoint, with signer: CheckpointSigner) {
    self.checkpoint = checkpoint
    signed = checkpoint.text
    signatures = [signer.signature(for: Array(signed.utf8))]
  }

  /// Reads a note.
  ///
  /// - Throws: `invalid` when it is no checkpoint with at least one signature.
  public init(reading text: String) throws(IAMError) {
    guard let blank = text.range(ofLast: "\n\n"),
      let checkpoint = AuditCheckpoint(text: String(text[..<blank.upper]))
    else { throw Self.invalid }
    var signatures: [Signature] = []
    for line in text[blank.lower...].split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "—", !words[1].isEmpty,
        let bytes = Base64.standard.unpadded(words[2]), bytes.count > 4
      else { throw Self.invalid }
      signatures.append(Signature(name: String(words[1]), bytes: bytes))
    }
    guard !signatures.isEmpty, text.hasSuffix("\n") else { throw Self.invalid }
    self.checkpoint = checkpoint
    signed = String(text[..<blank.upper])
    self.signatures = signatures
  }

  /// The whole note.
  public var text: String {
    signed + "\n"
      + signatures.map { "— \($0.name) \(Base64.standard.padded($0.bytes))\n" }.joined()
  }

  private static let invalid = IAMError.invalid(
    path: "checkpoint",
    reason: Wording(
      zh: "不是带签名的检查点", en: "is not a signed checkpoint"))
}

extension String {
  /// Where the text before a blank line ends (with its line break) and what follows begins.
  fileprivate func range(ofLast blank: String) -> (upper: Index, lower: Index)? {
    guard let range = ranges(of: blank).last else { return nil }
    return (upper: index(after: range.lowerBound), lower: range.upperBound)
  }
}
