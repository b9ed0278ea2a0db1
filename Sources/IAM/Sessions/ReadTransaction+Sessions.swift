internal import Policy

/// A session that is open at the instant it was looked up.
struct SessionRow {
  var id: Int64
  var operatorID: Int64
  var expiresAt: Instant
  var lastSeenAt: Instant
  var facts: SessionFacts
}

extension ReadTransaction {
  /// The open session of a token, or `nil` when it is unknown, has ended, or its operator's state
  /// or validity no longer lets it be.
  ///
  /// A clock that steps back ends nothing; ``Change/touchSession(_:)`` sees to it that it
  /// lengthens nothing either.
  ///
  /// - Source: C12; the limits are absolute and idle.
  func session(_ token: SessionToken, at now: Instant) throws -> SessionRow? {
    let found = try first(
      """
      SELECT s.id, s.operator_id, s.expires_at, s.last_seen_at, s.payment_verified_until,
        s.key_verified, s.has_chosen_roles
      FROM session s JOIN operator o ON o.id = s.operator_id
      WHERE s.token_digest = ?1 AND s.ended_at IS NULL AND o.state = 'active'
        AND s.expires_at > ?2 AND s.last_seen_at + s.idle_limit > ?2
        AND (o.valid_from IS NULL OR o.valid_from <= ?2)
        AND (o.valid_until IS NULL OR o.valid_until > ?2)
      """, token.digest.bytes, now.milliseconds
    ) { row in
      let verified = try row.instantOrNil(4).map { now < $0 } ?? false
      return (
        row: SessionRow(
          id: try row.int(0), operatorID: try row.int(1), expiresAt: try row.instant(2),
          lastSeenAt: try row.instant(3),
          facts: SessionFacts(paymentVerified: verified, keyVerified: try row.bool(5))),
        hasChosenRoles: try row.bool(6)
      )
    }
    guard var session = found?.row else { return nil }
    session.facts.activeRoles = try activeRoles(
      in: session.id, of: session.operatorID, hasChosen: found?.hasChosenRoles ?? false, at: now)
    return session
  }
}
