internal import Policy

/// What is remembered of an operator's logins.
struct LoginRecord {
  var lastLoginAt: Instant?
  var lastFailureAt: Instant?
  /// Failures since the last login.
  var failures: Int64
}

extension ReadTransaction {
  /// What is remembered of an operator's logins, or `nil` when there was no attempt yet.
  func loginRecord(of operatorID: Int64) throws -> LoginRecord? {
    try first(
      """
      SELECT last_login_at, last_failure_at, failures_since_login
      FROM login_record WHERE operator_id = ?
      """, operatorID
    ) { row in
      LoginRecord(
        lastLoginAt: try row.instantOrNil(0), lastFailureAt: try row.instantOrNil(1),
        failures: try row.int(2))
    }
  }

  /// Whether an operator was made at this very instant.
  func isCreation(_ instant: Instant, of operatorID: Int64) throws -> Bool {
    try exists(
      "SELECT 1 FROM operator WHERE id = ? AND created_at = ?", operatorID, instant.milliseconds)
  }
}
