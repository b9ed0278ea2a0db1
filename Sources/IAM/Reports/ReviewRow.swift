public import Policy

/// An application for a qualification, and what was decided on it.
///
/// - Source: A9, A10.
public struct ReviewRow: Sendable, Equatable {
  /// Who applied.
  public var tenant: TenantCode
  /// Its name.
  public var name: String
  /// What for.
  public var qualification: String
  /// `pending`, `approved`, `rejected` or `supplement`.
  public var state: String
  /// When.
  public var appliedAt: Instant
  /// When it was decided; `nil` while it is pending.
  public var decidedAt: Instant?
  /// Who decided; `nil` while it is pending, and for readers who are not staff.
  public var decidedBy: String?
  /// The reason given.
  public var reason: String?
}
