internal import Policy

extension Change {
  /// Appends the row of one operation to the audit trail and its Merkle frontier.
  func appendAudit(
    _ intent: Intent, by actor: ActingOperator?, outcome: AuditEntry.Outcome,
    reason: String? = nil, record: AuditRecord = AuditRecord(), _ revision: Int64
  ) throws {
    let tenant = try reading.code(ofTenant: intent.tenant)
    var frontier = try reading.auditFrontier()
    let isForAnother = actor.map { $0.tenant != intent.tenant } ?? false
    let entry = AuditEntry(
      sequence: Int64(frontier.size), at: now, tenant: tenant,
      actor: actor?.username.text ?? "", onBehalfOf: isForAnother ? tenant : nil,
      event: intent.event, object: intent.object, outcome: outcome,
      reason: reason ?? intent.reason, before: record.before?.text(),
      after: record.after?.text(), session: actor?.session, revision: revision)
    let leaf = MerkleTree.leafHash(entry.canonicalBytes)
    try insert(entry, leaf: leaf)
    frontier.append(leaf)
    try store(frontier)
  }

  private func insert(_ entry: AuditEntry, leaf: Digest) throws {
    try execute(
      "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.sequence, entry.at.milliseconds, entry.tenant, entry.actor, entry.onBehalfOf,
      entry.event, entry.object, entry.outcome.rawValue, entry.reason, entry.before, entry.after,
      entry.session, entry.revision, leaf.bytes)
  }

  /// Keeps the peaks that changed: the last ones.
  private func store(_ frontier: MerkleFrontier) throws {
    try execute("DELETE FROM audit_frontier WHERE level >= ?", frontier.peaks.count - 1)
    for (level, peak) in frontier.peaks.enumerated().suffix(1) {
      try execute("INSERT INTO audit_frontier VALUES (?, ?)", level, peak.bytes)
    }
  }
}

extension ReadTransaction {
  /// The Merkle frontier after the last row.
  func auditFrontier() throws -> MerkleFrontier {
    let size = try first("SELECT coalesce(max(seq) + 1, 0) FROM audit") { try $0.int(0) } ?? 0
    let peaks = try all("SELECT hash FROM audit_frontier ORDER BY level") { try $0.blob(0) }
    guard let frontier = MerkleFrontier(size: Int(size), peaks: peaks) else {
      throw DatabaseError(.integrity, "the audit trail and its frontier do not fit together")
    }
    return frontier
  }
}

extension Registry {
  /// Records that a command was denied, in a transaction of its own: the denied one is undone.
  func recordDenial(_ error: IAMError, _ progress: ChangeProgress) throws {
    guard let intent = progress.intent, let actor = progress.actor else { return }
    try lendChange(as: .nobody, rollingBack: false, ChangeProgress()) { change in
      change.progress.isPerforming = true
      let revision = try change.reading.first(
        "SELECT revision FROM tenant WHERE id = ?", intent.tenant
      ) { try $0.int(0) }
      try change.appendAudit(
        intent, by: actor, outcome: .denied, reason: error.code, revision ?? 0)
    }
  }
}
