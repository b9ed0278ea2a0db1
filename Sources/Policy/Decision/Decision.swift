/// The answer to a request.
public struct Decision: Sendable, Hashable {
  /// Whose records an allowed action shows.
  public enum Scope: String, Sendable, Hashable {
    /// Only the caller's own (sealed bids, F2).
    case own
    /// Those of the account named.
    case account
    /// Those of the whole tenant.
    case tenant
    /// None: the action is denied.
    case none
  }

  /// Why it is denied; empty when it is allowed.
  public var reasons: [Reason]
  /// The grants that decided; empty when it is denied.
  public var grants: [Grant]
  /// Whose records the action shows.
  public var scope: Scope
  /// The policy revision it was decided on.
  public var revision: Int64

  /// Whether the action is allowed.
  public var isAllowed: Bool { reasons.isEmpty }

  /// Allowed by `grants`.
  ///
  /// - Precondition: at least one grant; nothing is allowed by nothing.
  static func allowed(by grants: [Grant], scope: Scope, revision: Int64) -> Decision {
    precondition(!grants.isEmpty, "an allowance names the grants that decided")
    return Decision(reasons: [], grants: grants, scope: scope, revision: revision)
  }

  /// Denied for `reason`.
  public static func denied(_ reason: Reason, revision: Int64) -> Decision {
    Decision(reasons: [reason], grants: [], scope: .none, revision: revision)
  }
}
