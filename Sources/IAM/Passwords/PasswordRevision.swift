/// New passwords that an operator wants to set for itself, and what it proves first.
struct PasswordRevision {
  /// The event for the audit trail.
  var event: String
  /// The factor that must be proved, and the password given for it; `nil` when none need be.
  var proof: (factor: Factor, password: Secret?)?
  /// The new login password.
  var login: Secret?
  /// The new payment password.
  var payment: Secret?
  /// The mobile number that fund messages go to.
  var fundMobile: Mobile?

  /// The new password for a factor.
  func password(_ factor: Factor) -> Secret? { factor == .login ? login : payment }

  /// The factors that get a new password.
  var factors: [Factor] { Factor.allCases.filter { password($0) != nil } }
}

/// What the store says before a password is changed; computed with outside every transaction.
struct PasswordSurroundings {
  var operatorID: Int64
  var policy: PasswordPolicy
  var context: PasswordContext
  /// The hashes in force.
  var hashes: [Factor: String]
  /// Earlier hashes, newest first.
  var history: [Factor: [String]]
  /// Whether a new password is on the exchange's own list of refused ones.
  var blocked: Set<Factor>
  /// Whether the factor to prove is locked, so that nothing need be computed.
  var isBarred: Bool
}
