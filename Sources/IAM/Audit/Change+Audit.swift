internal import Policy

extension Change {
  /// Appends the row of one operation to the audit trail and its Merkle frontier.
  ///
  /// - Complexity: O(1) rows amortised: of the frontier only the peaks that the new leaf completes
  ///   are read and replaced.
  func appendAudit(
    _ intent: Intent, by actor: ActingOperator?, outcome: AuditEntry.Outcome,
    reason: String? = nil, record: AuditRecord = AuditRecord(), _ revision: Int64
  ) throws {
    let tenant = try reading.code(ofTenant: intent.tenant)
    let size = try reading.auditSize()
    let isForAnother = actor.map { $0.tenant != intent.tenant } ?? false
    let entry = AuditEntry(
      sequence: size, at: now, tenant: tenant,
      actor: actor?.username.text ?? "", onBehalfOf: isForAnother ? tenant : nil,
      event: intent.event, object: intent.object, outcome: outcome,
      reason: reason ?? intent.reason, before: record.before?.text(),
      after: record.after?.text(), session: actor?.session, revision: revision)
    let leaf = MerkleTree.leafHash(entry.canonicalBytes)
    try insert(entry, leaf: leaf)
    try extendFrontier(of: size, with: leaf)
  }

  private func insert(_ entry: AuditEntry, leaf: Digest) throws {
    try execute(
      "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.sequence, entry.at.milliseconds, entry.tenant, entry.actor, entry.onBehalfOf,
      entry.event, entry.object, entry.outcome.rawValue, entry.reason, entry.before, entry.after,
      entry.session, entry.revision, leaf.bytes)
  }

  /// Joins the leaf with the peaks that it completes: one for each bit at the low end of the size
  /// that is 1.
  private func extendFrontier(of size: Int64, with leaf: Digest) throws {
    let completed = (~size).trailingZeroBitCount
    let level = size.nonzeroBitCount - completed
    let peaks = try reading.all(
      "SELECT hash FROM audit_frontier WHERE level >= ? ORDER BY level DESC", level
    ) { Digest(bytes: try $0.blob(0)) }
    guard peaks.count == completed else {
      throw DatabaseError(.integrity, "the audit trail and its frontier do not fit together")
    }
    let hash = peaks.reduce(leaf) { hash, peak in
      peak.map { MerkleTree.nodeHash($0, hash) } ?? hash
    }
    if completed > 0 { try execute("DELETE FROM audit_frontier WHERE level >= ?", level) }
    try execute("INSERT INTO audit_frontier VALUES (?, ?)", level, hash.bytes)
  }
}

extension ReadTransaction {
  /// How many rows the audit trail has, as its last one says.
  func auditSize() throws -> Int64 {
    try first("SELECT coalesce(max(seq) + 1, 0) FROM audit") { try $0.int(0) } ?? 0
  }

  /// The Merkle frontier after the last row.
  ///
  /// - Throws: `DatabaseError` `integrity` when rows and frontier do not fit together.
  func auditFrontier() throws -> MerkleFrontier {
    let size = try auditSize()
    let peaks = try all("SELECT hash FROM audit_frontier ORDER BY level") { try $0.blob(0) }
    guard let frontier = MerkleFrontier(size: Int(size), peaks: peaks) else {
      throw DatabaseError(.integrity, "the audit trail and its frontier do not fit together")
    }
    return frontier
  }
}
