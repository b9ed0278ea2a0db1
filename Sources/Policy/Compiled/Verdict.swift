/// A decision without the grants that decided: what a service needs that only wants to know.
///
/// Always the same as the ``Decision`` that ``TenantPolicy/decide(_:)`` makes.
public struct Verdict: Sendable, Hashable {
  /// Why it is denied; `nil` when it is allowed.
  public let reason: Reason?
  /// Whose records an allowed action shows.
  public let scope: Decision.Scope
  /// The policy revision it was decided on.
  public let revision: Int64

  /// Takes the three parts.
  @inlinable
  package init(reason: Reason?, scope: Decision.Scope, revision: Int64) {
    self.reason = reason
    self.scope = scope
    self.revision = revision
  }

  /// Whether the action is allowed.
  @inlinable public var isAllowed: Bool { reason == nil }

  /// Why it is denied; empty when it is allowed.
  public var reasons: [Reason] { reason.map { [$0] } ?? [] }

  /// Denied for `reason`.
  @inlinable
  public static func denied(_ reason: Reason, revision: Int64) -> Verdict {
    Verdict(reason: reason, scope: .none, revision: revision)
  }
}

extension Decision {
  /// The decision without its grants.
  public var verdict: Verdict { Verdict(reason: reasons.first, scope: scope, revision: revision) }
}
