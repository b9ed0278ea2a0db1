public import Policy

/// An operator who has not logged in for some time, or never.
public struct InactiveOperator: Sendable, Equatable {
  /// The operator.
  public var username: Username
  /// The person's name.
  public var name: String
  /// Its state.
  public var state: Operator.State
  /// Its home group.
  public var group: Name
  /// When it was made.
  public var createdAt: Instant
  /// When it logged in last; `nil` for never.
  public var lastLoginAt: Instant?
}
