public import Policy

/// Who made a user group.
public enum GroupMaker: Sendable, Equatable {
  /// The program (ADMIN), with the tenant.
  case program
  /// An operator whom the caller sees.
  case `operator`(Username)
  /// Somebody whom the caller does not see.
  case unseen
}
