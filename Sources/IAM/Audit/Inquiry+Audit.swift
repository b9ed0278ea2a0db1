internal import Policy

extension Inquiry {
  /// Hands the rows asked for to a closure, oldest first, without holding more than one.
  ///
  /// Own tenant: `audit.read`; whoever does not see the whole of it gets the rows of the operators
  /// that it sees, and those about them. Staff see any tenant's, or those of all, with
  /// `exchange.audit.read`.
  ///
  /// - Throws: `denied`; `notFound` for a tenant that is not the caller's to see; what the closure
  ///   throws.
  public func auditEntries(
    _ filter: AuditFilter = AuditFilter(), each: (AuditEntry) throws -> Void
  ) throws {
    let scope = try auditScope(filter.tenant)
    let event = filter.event
    let since = filter.since?.milliseconds ?? .min
    let first = try filter.limit.map { try firstSequence(scope, filter, newest: $0) } ?? 0
    let visit = { (row: borrowing Row) throws in
      let entry = try AuditEntry(row)
      if scope.shows(entry) { try each(entry) }
    }
    if let tenant = scope.tenant {
      try reading.rows(
        """
        SELECT * FROM audit WHERE tenant = ?1 AND seq >= ?2 AND at >= ?3
          AND (?4 IS NULL OR actor = ?4)
          AND (?5 IS NULL OR event = ?5 OR substr(event, 1, length(?5) + 1) = ?5 || '.')
        ORDER BY seq
        """, tenant, first, since, filter.actor, event, each: visit)
    } else {
      try reading.rows(
        """
        SELECT * FROM audit WHERE seq >= ?1 AND at >= ?2 AND (?3 IS NULL OR actor = ?3)
          AND (?4 IS NULL OR event = ?4 OR substr(event, 1, length(?4) + 1) = ?4 || '.')
        ORDER BY seq
        """, first, since, filter.actor, event, each: visit)
    }
  }

  /// The rows asked for, oldest first. Give a limit where there may be many.
  public func auditEntries(_ filter: AuditFilter = AuditFilter()) throws -> [AuditEntry] {
    var entries: [AuditEntry] = []
    try auditEntries(filter) { entries.append($0) }
    return entries
  }

  /// Hands the exact bytes that each row is hashed from to a closure, oldest first.
  ///
  /// - Throws: as ``auditEntries(_:each:)``.
  public func auditLines(
    _ filter: AuditFilter = AuditFilter(), each: ([UInt8]) throws -> Void
  ) throws {
    try auditEntries(filter) { try each($0.canonicalBytes) }
  }

  /// Goes through the whole trail of every tenant and computes its tree anew; for staff.
  ///
  /// - Parameters:
  ///   - checkpoint: a note to compare with, and the key that must have signed it.
  ///   - isForSigning: whether a checkpoint is going to be signed, which takes
  ///     `exchange.audit.checkpoint` in place of `exchange.audit.read`.
  ///   - progress: told how many rows of how many are done, every 100 000 rows.
  /// - Complexity: O(rows) time; the memory of one row.
  public func verifyAudit(
    comparingWith checkpoint: (note: CheckpointNote, key: CheckpointVerifier)? = nil,
    isForSigning: Bool = false, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> AuditVerification {
    _ = try require(isForSigning ? "exchange.audit.checkpoint" : "exchange.audit.read", in: nil)
    return try reading.verifyAudit(comparingWith: checkpoint, progress: progress)
  }

  /// A proof that a row belongs to the trail.
  ///
  /// - Parameters:
  ///   - sequence: the row.
  ///   - size: the rows of the tree that it is proved in, such as a checkpoint's; all by default.
  /// - Throws: `notFound` for a row that is not there, or is of a tenant not the caller's to see;
  ///   `invalid` for a size that the row or the trail does not reach.
  /// - Complexity: O(size).
  public func auditProof(of sequence: Int64, size: Int64? = nil) throws -> AuditProof {
    let scope = try auditScope(nil)
    let entry = try reading.first("SELECT * FROM audit WHERE seq = ?", sequence) {
      try AuditEntry($0)
    }
    guard let entry, scope.shows(entry) else {
      throw IAMError.notFound(.auditEntry, String(sequence))
    }
    let total = try reading.auditSize()
    let size = size ?? total
    guard sequence < size, size <= total else {
      throw IAMError.invalid(
        path: "size",
        reason: Wording(
          zh: "须大于行号且不超过 \(total)", en: "must be above the row and at most \(total)"))
    }
    return AuditProof(
      entry: entry, size: size, root: try reading.auditRoot(of: 0..<size),
      siblings: try reading.auditSiblings(of: sequence, size: size))
  }

  /// The rows that the caller may read, once its menu has been decided.
  private func auditScope(_ named: TenantCode?) throws -> AuditScope {
    let actor = try requireActing()
    if named == nil && actor.isStaff {
      _ = try require("exchange.audit.read", in: nil)
      return AuditScope(tenant: nil, seen: nil)
    }
    let (_, tenant) = try require("audit.read", in: named)
    let seen = try OperatorView(of: actor, in: tenant, reading).usernames(reading)
    return AuditScope(tenant: try reading.code(ofTenant: tenant), seen: seen)
  }

  /// The first of the newest rows asked for.
  private func firstSequence(
    _ scope: AuditScope, _ filter: AuditFilter, newest limit: Int
  ) throws -> Int64 {
    var first = Int64.max
    var missing = limit
    guard missing > 0 else { return first }
    try reading.firstRows(
      """
      SELECT seq, actor, object FROM audit WHERE (?1 IS NULL OR tenant = ?1) AND at >= ?2
        AND (?3 IS NULL OR actor = ?3)
        AND (?4 IS NULL OR event = ?4 OR substr(event, 1, length(?4) + 1) = ?4 || '.')
      ORDER BY seq DESC
      """, scope.tenant, filter.since?.milliseconds ?? .min, filter.actor, filter.event,
      while: { row in
        guard try scope.shows(actor: row.text(1), object: row.text(2)) else { return true }
        first = try row.int(0)
        missing -= 1
        return missing > 0
      })
    return first
  }
}
