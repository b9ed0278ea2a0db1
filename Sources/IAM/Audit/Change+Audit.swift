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
    // One more than is needed: the last must end where the rows do.
    let peaks = try reading.all(
      "SELECT row_count, hash FROM audit_frontier WHERE level >= ? ORDER BY level DESC", level - 1
    ) { AuditPeak(rowCount: try $0.int(0), hash: try $0.digest(1)) }
    guard peaks.count == min(completed + 1, size.nonzeroBitCount),
      peaks.first?.rowCount ?? 0 == size
    else {
      throw DatabaseError(.integrity, "the audit trail and its frontier do not fit together")
    }
    let hash = peaks.prefix(completed).reduce(leaf) { MerkleTree.nodeHash($1.hash, $0) }
    if completed > 0 { try execute("DELETE FROM audit_frontier WHERE level >= ?", level) }
    try execute("INSERT INTO audit_frontier VALUES (?, ?, ?)", level, size + 1, hash.bytes)
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
    let peaks = try auditPeaks()
    guard peaks.last?.rowCount ?? 0 == size,
      let frontier = MerkleFrontier(size: Int(size), peaks: peaks.map(\.hash.bytes))
    else {
      throw DatabaseError(.integrity, "the audit trail and its frontier do not fit together")
    }
    return frontier
  }

  /// The stored roots of the complete subtrees, and how many rows there are up to the end of each.
  func auditPeaks() throws -> [AuditPeak] {
    try all("SELECT row_count, hash FROM audit_frontier ORDER BY level") {
      AuditPeak(rowCount: try $0.int(0), hash: try $0.digest(1))
    }
  }
}

/// The stored root of a complete subtree of the audit trail.
struct AuditPeak: Equatable {
  /// How many rows there are up to its end.
  var rowCount: Int64
  var hash: Digest
}

extension Row {
  /// A digest.
  func digest(_ column: Int) throws(DatabaseError) -> Digest {
    guard let digest = Digest(bytes: try blob(column)) else {
      throw DatabaseError(.integrity, "column \(column) does not hold a digest")
    }
    return digest
  }
}
