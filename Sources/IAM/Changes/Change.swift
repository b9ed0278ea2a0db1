public import Policy

/// A change in the making, lent to a closure: every operation of the domain is a method on it.
///
/// Operations compose: they share one transaction, one instant and one actor. Each goes through
/// `perform`, and the whole through the gate, so none can skip a step.
public struct Change: ~Copyable {
  private let transaction: WriteTransaction
  /// The instant at which everything in it happens.
  public let now: Instant
  let services: Services
  let identity: Identity
  let progress: ChangeProgress

  init(
    _ transaction: consuming WriteTransaction, _ identity: Identity, _ services: Services,
    _ progress: ChangeProgress
  ) {
    self.transaction = transaction
    self.identity = identity
    self.services = services
    self.progress = progress
    now = services.clock()
  }

  /// Reads what the transaction sees.
  var reading: ReadTransaction { _read { yield transaction.reading } }

  /// Runs a statement that changes something; only operations under way may.
  ///
  /// - Returns: how many rows it changed.
  @discardableResult
  func execute(_ sql: StaticString, _ arguments: any SQLBindable...) throws -> Int {
    precondition(
      progress.isPerforming, "a statement that changes something is part of no operation")
    return try transaction.execute(sql, with: arguments)
  }

  /// The next id of a kind of row; an id is never used again.
  func nextID(_ name: String) throws -> Int64 {
    precondition(progress.isPerforming, "an id is taken by an operation")
    let id = try transaction.first(
      """
      INSERT INTO counter VALUES (?, 1)
      ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
      """, name
    ) { try $0.int(0) }
    guard let id else { throw DatabaseError(.integrity, "a counter answered nothing") }
    return id
  }

  /// One operation, on the one path that all take: authorise, then let the body validate and
  /// change, then write the audit row and raise the tenant's revision. In a tenant that is closed
  /// nothing is changed; what the body has against it is said first.
  ///
  /// - Parameters:
  ///   - intent: what is going to happen, and what it takes.
  ///   - body: validates and changes; what it returns as `record` goes into the audit row.
  /// - Source: F5; the states of a tenant.
  func perform<Answer>(_ intent: Intent, _ body: () throws -> Recorded<Answer>) throws -> Answer {
    progress.intent = intent
    let actor = try authorize(intent)
    precondition(!progress.isPerforming, "operations follow each other, they do not nest")
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    let isTooLate = try !intent.endsWhatIsLeft && reading.isClosed(intent.tenant)
    let outcome = try body()
    if isTooLate { throw IAMError.conflict(.tenant(.closed)) }
    let revision = try raiseRevision(of: intent.tenant)
    try appendAudit(intent, by: actor, outcome: .done, record: outcome.record, revision)
    return outcome.answer
  }

  /// Leaves the row of an operation that changes nothing: it was denied, or found all as it should be,
  /// which is an answer too. The tenant's revision stays.
  func recordUnchanged(
    _ intent: Intent, by actor: ActingOperator?, outcome: AuditEntry.Outcome,
    reason: String? = nil
  ) throws {
    precondition(!progress.isPerforming, "operations follow each other, they do not nest")
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    let revision = try reading.first(
      "SELECT revision FROM tenant WHERE id = ?", intent.tenant
    ) { try $0.int(0) }
    try appendAudit(intent, by: actor, outcome: outcome, reason: reason, revision ?? 0)
  }

  /// The revision a tenant has after this change.
  public func revision(of tenant: TenantCode) throws -> Int64 {
    try reading.first("SELECT revision FROM tenant WHERE code = ?", tenant.text) {
      try $0.int(0)
    } ?? 0
  }

  /// Raises a tenant's revision, once in a transaction.
  @discardableResult
  func raiseRevision(of tenant: Int64) throws -> Int64 {
    if let revision = progress.revisions[tenant] { return revision }
    let revision = try transaction.first(
      "UPDATE tenant SET revision = revision + 1 WHERE id = ? RETURNING revision", tenant
    ) { try $0.int(0) }
    guard let revision else { throw DatabaseError(.integrity, "a change belongs to no tenant") }
    progress.revisions[tenant] = revision
    return revision
  }
}

extension Change: LentTransaction {
  func withConnection<Result>(_ body: (borrowing Connection) throws -> Result) rethrows -> Result {
    try transaction.withConnection(body)
  }

  consuming func end() -> Connection { transaction.end() }
}

/// What an operation answers, and what the audit trail keeps of it.
struct Recorded<Answer> {
  var answer: Answer
  var record: AuditRecord

  init(_ answer: Answer, before: JSONValue? = nil, after: JSONValue? = nil) {
    self.answer = answer
    record = AuditRecord(before: before, after: after)
  }
}

extension Recorded where Answer == Void {
  init(before: JSONValue? = nil, after: JSONValue? = nil) {
    self.init((), before: before, after: after)
  }
}

/// How far a transaction has come.
final class ChangeProgress {
  /// The operation begun last: what a denial is about.
  var intent: Intent?
  /// Whether an operation's body is running.
  var isPerforming = false
  /// The tenants whose revision has been raised, with the new one.
  var revisions: [Int64: Int64] = [:]
  /// Who acts, once found out.
  var actor: ActingOperator?
  var isActorKnown = false
  /// What was looked up before the menu was decided, and is not there.
  var missing: IAMError?
}
