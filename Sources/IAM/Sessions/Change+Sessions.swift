internal import Policy

/// Why a session ended before its time.
enum SessionEnd: String, Sendable, CaseIterable {
  case logout
  case endedByAdministrator = "ended-by-administrator"
  case passwordChanged = "password-changed"
  case passwordReset = "password-reset"
  case suspended, offboarded
  case bankBound = "bank-bound"
  case tenantClosed = "tenant-closed"
}

extension Change {
  /// Opens a session. Part of an operation.
  ///
  /// - Returns: its id and its end.
  func openSession(
    _ token: SessionToken, of operatorID: Int64
  ) throws -> (id: Int64, expiresAt: Instant) {
    let id = try nextID("session")
    let idle =
      try reading.isAdministrator(operatorID)
      ? SessionLimits.idleOfAdministrators : SessionLimits.idle
    let expiresAt = now + SessionLimits.absolute
    try execute(
      """
      INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
        last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, id, token.digest.bytes, operatorID, now.milliseconds, expiresAt.milliseconds,
      idle.milliseconds, now.milliseconds)
    return (id, expiresAt)
  }

  /// Ends the sessions of an operator, at once and in every process. Part of an operation.
  ///
  /// - Parameter kept: a session that goes on; `nil` to end all.
  /// - Returns: how many ended.
  @discardableResult
  func endSessions(
    of operatorID: Int64, except kept: Int64? = nil, reason: SessionEnd
  ) throws -> Int {
    try execute(
      """
      UPDATE session SET ended_at = ?, end_reason = ?
      WHERE operator_id = ? AND ended_at IS NULL AND id IS NOT ?
      """, now.milliseconds, reason.rawValue, operatorID, kept)
  }
}

extension Change {
  /// Ends the caller's own session.
  ///
  /// - Throws: `notLoggedIn`.
  public func logOut() throws {
    let actor = try requireActing()
    guard let session = actor.session else { throw IAMError.notLoggedIn }
    let intent = Intent("logout", in: actor.tenant, on: actor.username.text, need: .ownSelf)
    try record(intent) {
      try execute(
        "UPDATE session SET ended_at = ?, end_reason = ? WHERE id = ?", now.milliseconds,
        SessionEnd.logout.rawValue, session)
      return Attempt(answer: (), actor: actor)
    }
  }
}
