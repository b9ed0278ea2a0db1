extension ReadTransaction {
  /// Goes through the whole audit trail.
  ///
  /// - Parameters:
  ///   - checkpoint: a note to compare with, and the key that must have signed it.
  ///   - progress: told how many rows of how many are done, every 100 000 rows.
  /// - Complexity: O(rows) time; the memory of one row.
  func verifyAudit(
    comparingWith checkpoint: (note: CheckpointNote, key: CheckpointVerifier)? = nil,
    progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> AuditVerification {
    var verifier = AuditVerifier(comparingWith: checkpoint?.note.checkpoint)
    if let checkpoint, !checkpoint.key.accepts(checkpoint.note) {
      verifier.noteWrongSignature()
    }
    var peaks: [AuditPeak] = []
    do {
      let last = try first("SELECT max(seq) FROM audit") { try $0.intOrNil(0) } ?? nil
      let total = last.map { max($0, $0 &+ 1) } ?? 0
      try rows(
        """
        SELECT seq, at, tenant, actor, on_behalf_of, event, object, outcome, reason, before, after,
          session, revision, leaf FROM audit ORDER BY seq
        """
      ) { row in
        try verifier.take(row)
        let done = verifier.verification.size
        if done % 100_000 == 0 { progress(done, total) }
      }
      peaks = try auditPeaks()
    } catch let error as DatabaseError where error.kind == .integrity {
      verifier.breakOff()
    }
    return verifier.finish(storedPeaks: peaks)
  }
}
