internal import Policy

extension Change {
  /// One operation that changes no permission: as ``perform(_:_:)``, but the tenant's revision
  /// stays, so that decisions made before remain valid; and the body may answer that it failed.
  ///
  /// - Parameters:
  ///   - intent: what is going to happen; nobody is authorised, the body judges for itself.
  ///   - body: does it and says what the audit trail keeps.
  func record<Answer>(
    _ intent: Intent, _ body: () throws -> Attempt<Answer>
  ) throws -> Answer {
    progress.intent = intent
    precondition(!progress.isPerforming, "operations follow each other, they do not nest")
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    let attempt = try body()
    try appendAudit(
      intent, by: attempt.actor, outcome: attempt.failure == nil ? .done : .failed,
      reason: attempt.failure, try reading.revision(ofTenant: intent.tenant))
    return attempt.answer
  }

  /// Changes what neither permissions nor the audit trail know of: when a session was last seen, how
  /// a password that stays the same is hashed.
  func note(_ body: () throws -> Void) throws {
    precondition(!progress.isPerforming, "operations follow each other, they do not nest")
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    try body()
  }
}

extension Change {
  /// Raises a tenant's revision for a change that ``record(_:_:)`` keeps, once in a transaction.
  func raiseRevision(ofTenant id: Int64) throws {
    guard progress.revisions[id] == nil else { return }
    try execute("UPDATE tenant SET revision = revision + 1 WHERE id = ?", id)
    progress.revisions[id] = try reading.revision(ofTenant: id)
  }
}

extension ReadTransaction {
  /// The revision of a tenant by its id; 0 for none.
  func revision(ofTenant id: Int64) throws -> Int64 {
    try first("SELECT revision FROM tenant WHERE id = ?", id) { try $0.int(0) } ?? 0
  }
}

/// What became of an attempt to prove something.
struct Attempt<Answer> {
  var answer: Answer
  /// Why it failed, as the trail keeps it; `nil` when it did not.
  var failure: String?
  /// Who made it, once that is proved.
  var actor: ActingOperator?
}
