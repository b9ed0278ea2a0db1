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
  public var canonicalBytes: [UInt8] {
    let text: (String?) -> JSONValue = { $0.map(JSONValue.string) ?? .null }
    let fields: [JSONValue] = [
      .number(sequence), .number(at.milliseconds), .string(tenant), .string(actor),
      text(onBehalfOf), .string(event), .string(object), .string(outcome.rawValue), text(reason),
      text(before), text(after), session.map(JSONValue.number) ?? .null, .number(revision),
    ]
    return Array(JSONValue.array(fields).text().utf8)
  }
}

/// What an operation leaves in the trail of what it changed.
struct AuditRecord {
  var before: JSONValue?
  var after: JSONValue?
}
