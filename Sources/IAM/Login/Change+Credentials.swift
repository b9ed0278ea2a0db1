internal import Policy

extension Change {
  /// Sets a credential that its owner chose; its counters start anew. Part of an operation.
  func setCredential(_ factor: Factor, of operatorID: Int64, hash: String) throws {
    try execute(
      """
      INSERT INTO credential (operator_id, factor, hash, changed_at) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (operator_id, factor) DO UPDATE SET hash = ?3, changed_at = ?4,
        is_one_time = 0, expires_at = NULL, used_at = NULL, failures_in_a_row = 0,
        locked_until = NULL, is_disabled = 0
      """, operatorID, factor.rawValue, hash, now.milliseconds)
    try execute(
      "DELETE FROM credential_failure WHERE operator_id = ? AND factor = ?", operatorID,
      factor.rawValue)
  }

  /// Sets a one-time login password, which opens only the first-login steps. Part of an operation.
  func setOneTimePassword(of operatorID: Int64, hash: String, expiresAt: Instant) throws {
    try setCredential(.login, of: operatorID, hash: hash)
    try execute(
      """
      UPDATE credential SET is_one_time = 1, expires_at = ?
      WHERE operator_id = ? AND factor = 'login'
      """, expiresAt.milliseconds, operatorID)
  }

  /// Opens a first-login step. Part of an operation.
  func openStep(_ step: FirstLoginStep, for operatorID: Int64) throws {
    try execute(
      "INSERT INTO first_login_step VALUES (?, ?) ON CONFLICT DO NOTHING", operatorID,
      step.rawValue)
  }

  /// Closes a first-login step. Part of an operation.
  func closeStep(_ step: FirstLoginStep, for operatorID: Int64) throws {
    try execute(
      "DELETE FROM first_login_step WHERE operator_id = ? AND step = ?", operatorID,
      step.rawValue)
  }
}
