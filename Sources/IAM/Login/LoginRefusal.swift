/// Why a password was not accepted: for the audit trail alone, the person is never told.
enum LoginRefusal: String, Sendable, CaseIterable {
  /// There is no such operator, or the text cannot be a username.
  case unknown
  /// The operator has no such credential.
  case missing
  /// It is not the password.
  case wrong
  /// Earlier failures have locked the factor.
  case locked
  /// A hundred failures in a row, or five on a one-time password, have disabled the factor.
  case disabled
  /// The operator has not been put to use.
  case pending
  case suspended, offboarded
  /// The operator's validity has not begun, or has ended.
  case expired
  /// The one-time password is older than its 24 hours.
  case oneTimeExpired = "one-time-expired"
  /// The one-time password was used before.
  case oneTimeUsed = "one-time-used"
  /// The credential was replaced while the password was being compared.
  case replaced
}
