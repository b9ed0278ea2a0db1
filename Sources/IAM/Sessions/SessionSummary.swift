public import Policy

/// An open session, as lists show it.
public struct SessionSummary: Sendable, Equatable {
  /// Its number.
  public var id: Int64
  /// Whose.
  public var username: Username
  /// When it began.
  public var createdAt: Instant
  /// When it was last used, to the minute.
  public var lastSeenAt: Instant
  /// When it ends at the latest.
  public var expiresAt: Instant
  /// Whether it is the one that asks.
  public var isOwn: Bool
}

extension Inquiry {
  /// The open sessions that the caller may see, in the order of usernames and numbers: its own
  /// always; with the menu `sessions.read` those of the operators that it administers.
  ///
  /// - Parameters:
  ///   - username: only this operator's; `nil` for all.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound` for an operator that is not there, or not the caller's to see; `denied` when
  ///   another's are asked for by name without that menu.
  public func sessions(
    of username: String? = nil, in tenant: TenantCode? = nil
  ) throws -> [SessionSummary] {
    let actor = try requireActing()
    let place = try reading.tenant(named: tenant, for: actor)
    if let username {
      guard let name = Username(username) else { throw IAMError.notFound(.operator, username) }
      if name != actor.username {
        try require("sessions.read", of: actor, in: place)
        _ = try reading.visibleOperator(name, to: actor, in: place)
      }
      let id = try reading.operatorID(name, in: place)
      return try reading.openSessions(of: id, in: place, asked: actor, at: now)
    }
    do {
      try require("sessions.read", of: actor, in: place)
    } catch IAMError.denied where place == actor.tenant {
      return try reading.openSessions(of: actor.id, in: place, asked: actor, at: now)
    }
    let view = try OperatorView(of: actor, in: place, reading)
    return try reading.openSessions(of: nil, in: place, asked: actor, at: now)
      .filter { try view.sees($0.username, reading) }
  }
}

extension ReadTransaction {
  /// The open sessions of one operator or a whole tenant.
  fileprivate func openSessions(
    of operatorID: Int64?, in tenant: Int64, asked actor: ActingOperator, at now: Instant
  ) throws -> [SessionSummary] {
    try all(
      """
      SELECT s.id, o.username, s.created_at, s.last_seen_at, s.expires_at
      FROM session s JOIN operator o ON o.id = s.operator_id
      WHERE o.tenant_id = ?1 AND (?2 IS NULL OR o.id = ?2) AND s.ended_at IS NULL
        AND o.state = 'active' AND s.expires_at > ?3 AND s.last_seen_at + s.idle_limit > ?3
      ORDER BY o.username, s.id
      """, tenant, operatorID, now.milliseconds
    ) { row in
      let id = try row.int(0)
      return SessionSummary(
        id: id, username: try row.code(1, Username.init), createdAt: try row.instant(2),
        lastSeenAt: try row.instant(3), expiresAt: try row.instant(4),
        isOwn: id == actor.session)
    }
  }
}
