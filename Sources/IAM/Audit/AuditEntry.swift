public import Policy

/// One row of the audit trail: who did what, to whom, when, with what outcome.
public struct AuditEntry: Sendable, Equatable {
  /// What became of an attempt.
  public enum Outcome: String, Sendable, CaseIterable {
    /// It was done.
    case done
    /// The decision engine or the gate refused it.
    case denied
    /// A credential was wrong.
    case failed
  }

  /// Its place in the trail, counted from 0 without gaps.
  public var sequence: Int64
  /// When.
  public var at: Instant
  /// The tenant it happened in; empty when none is known.
  public var tenant: String
  /// Who: a username, or empty for the program itself and for somebody unknown.
  public var actor: String
  /// The tenant on whose behalf, when staff act for a member.
  public var onBehalfOf: String?
  /// The stable code of the event.
  public var event: String
  /// What it happened to.
  public var object: String
  /// What became of it.
  public var outcome: Outcome
  /// The reason given, or the code of the denial.
  public var reason: String?
  /// What changed, as it was.
  public var before: String?
  /// What changed, as it became.
  public var after: String?
  /// The session it happened in.
  public var session: Int64?
  /// The tenant's revision after it.
  public var revision: Int64

  /// The bytes that are hashed: one JSON array of all columns in the order above, without white
  /// space, times and numbers as numbers, what is absent as `null`.
  ///
  /// - Source: docs/audit-format.md.
  public var canonicalBytes: [UInt8] {
    var line = AuditLine()
    line.begin()
    line.add(sequence)
    line.add(at.milliseconds)
    for text in [tenant, actor, onBehalfOf, event, object, outcome.rawValue, reason, before, after]
    {
      line.add(text)
    }
    line.add(session)
    line.add(revision)
    line.end()
    return line.bytes
  }
}

extension AuditEntry {
  /// Reads the columns in their order, the leaf's hash left out.
  init(_ row: borrowing Row) throws {
    sequence = try row.int(0)
    at = try row.instant(1)
    tenant = try row.text(2)
    actor = try row.text(3)
    onBehalfOf = try row.textOrNil(4)
    event = try row.text(5)
    object = try row.text(6)
    outcome = try row.code(7, Outcome.init)
    reason = try row.textOrNil(8)
    before = try row.textOrNil(9)
    after = try row.textOrNil(10)
    session = try row.intOrNil(11)
    revision = try row.int(12)
  }
}

/// What an operation leaves in the trail of what it changed.
struct AuditRecord {
  var before: JSONValue?
  var after: JSONValue?
}
