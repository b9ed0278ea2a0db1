internal import Policy

extension Change {
  /// Signs the audit trail as it was before this change; recorded in the trail itself.
  ///
  /// - Parameter signer: the key, kept outside the database.
  /// - Returns: the note to keep elsewhere. Verify the trail first: a signature is as good as what
  ///   is signed.
  /// - Throws: `denied` without `exchange.audit.checkpoint`.
  public func signCheckpoint(with signer: CheckpointSigner) throws -> CheckpointNote {
    let actor = try requireActing()
    let intent = Intent(
      "audit.checkpoint", in: actor.tenant, on: signer.verifier.name,
      need: .menu("exchange.audit.checkpoint", over: .tenant))
    return try perform(intent) {
      let frontier = try reading.auditFrontier()
      let checkpoint = AuditCheckpoint(
        origin: signer.verifier.name, size: Int64(frontier.size), root: frontier.root)
      return Recorded(
        CheckpointNote(signing: checkpoint, with: signer),
        after: [
          "size": .number(checkpoint.size), "root": .string(checkpoint.root.hexadecimal),
          "key": .string(signer.verifier.text),
        ])
    }
  }
}
