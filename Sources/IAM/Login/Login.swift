public import Policy

/// What a person is told after logging in.
public struct Login: Sendable {
  /// Who.
  public var username: Username
  /// In which tenant.
  public var tenant: TenantCode
  /// The secret that stands for the session.
  public var token: SessionToken
  /// When.
  public var loggedInAt: Instant
  /// When the session ends at the latest.
  public var expiresAt: Instant
  /// The login before this one; `nil` when none ever succeeded.
  public var lastLoginAt: Instant?
  /// Whether no login has ever succeeded before this one.
  public var isFirstLogin: Bool
  /// Whether nothing was ever done with the account before: no earlier login, and the password is
  /// still the one that it was issued with.
  ///
  /// - Source: C8; a first login where this is false is the alarm.
  public var isNeverUsed: Bool
  /// The first-login steps that are open; while there are any, the red notice shows.
  public var pending: [FirstLoginStep]
  /// How many attempts failed since the last login.
  public var failures: Int64
  /// The last of them.
  public var lastFailureAt: Instant?
  /// When each password must be changed; absent where the policy sets no age.
  public var passwordExpiry: [Factor: Instant]
}

extension Login {
  /// How long before its end a password is warned of.
  static let warning = Duration.seconds(14 * 86_400)

  /// Whether a password must be changed within the next two weeks, or at once.
  public func expiresSoon(_ factor: Factor) -> Bool {
    guard let end = passwordExpiry[factor] else { return false }
    return end <= loggedInAt + Login.warning
  }
}
