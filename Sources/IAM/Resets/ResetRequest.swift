public import Policy

/// A request to reset the password of a tenant's master: somebody asks, somebody else approves.
///
/// - Source: C10.
public struct ResetRequest: Sendable, Equatable {
  /// What became of a request.
  public enum State: String, Sendable, CaseIterable {
    /// Waiting for another person's approval.
    case pending
    /// Approved, and the password reset: once.
    case executed
    case rejected
    /// Nobody approved it within the hour.
    case expired
  }

  /// Its number.
  public var id: Int64
  /// The tenant whose master it is about.
  public var tenant: TenantCode
  /// The master.
  public var username: Username
  /// Why.
  public var reason: String
  /// Who asked.
  public var requestedBy: Username
  /// The member that asked for its institution; `nil` when staff did.
  public var filedBy: TenantCode?
  /// When.
  public var requestedAt: Instant
  /// Until when it may be approved.
  public var expiresAt: Instant
  /// What became of it.
  public var state: State
  /// Who decided.
  public var decidedBy: Username?
  /// When.
  public var decidedAt: Instant?
  /// Why it was rejected.
  public var decisionReason: String?

  /// What an approval is bound to: the digest of all that was asked for.
  ///
  /// The form is one JSON array: number, tenant, master, reason, who asked, for which member, when,
  /// until when.
  var digest: Digest {
    let content: JSONValue = [
      .number(id), .string(tenant.text), .string(username.text), .string(reason),
      .string(requestedBy.text), filedBy.map { .string($0.text) } ?? .null,
      .number(requestedAt.milliseconds), .number(expiresAt.milliseconds),
    ]
    return Digest.sha256(Array(content.text().utf8))
  }
}
