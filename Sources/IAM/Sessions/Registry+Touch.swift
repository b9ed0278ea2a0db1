internal import Policy

extension Change {
  /// Notes that a session is in use. A clock that has stepped back shortens the session by as much,
  /// so that what was left of it stays left.
  func touchSession(_ session: SessionRow) throws {
    let back = max(0, session.lastSeenAt.milliseconds - now.milliseconds)
    try note {
      try execute(
        """
        UPDATE session SET last_seen_at = ?2, expires_at = expires_at - ?3,
          payment_verified_until = payment_verified_until - ?3
        WHERE id = ?1 AND ended_at IS NULL
        """, session.id, now.milliseconds, back)
    }
  }
}

extension Registry {
  /// Notes that a session is in use, where the last note is a minute old; else nothing is written.
  ///
  /// Best effort: while somebody else is writing it gives up at once, and the next command notes it.
  /// - Parameters:
  ///   - token: the token of the session.
  ///   - path: the database file, which is opened for writing only when it must be.
  public func keepAwake(_ token: SessionToken, at path: String) throws {
    let now = services.clock()
    let session = try database.read { try $0.session(token, at: now) }
    guard let session else { return }
    let age = now.milliseconds - session.lastSeenAt.milliseconds
    guard abs(age) >= SessionLimits.coarseness.milliseconds else { return }
    do {
      try forNotes(at: path).change(as: .nobody) { change in
        // It may have been touched, or have ended, in the meantime.
        guard let session = try change.reading.session(token, at: change.now) else { return }
        try change.touchSession(session)
      }
    } catch let error as DatabaseError where error.kind == .busy || error.kind == .readOnly {
      return
    }
  }

  /// Whether changes can be made through this value.
  public var isForChanges: Bool { database.mode.isForChanges }

  /// A value through which a note can be made: one that is not worth waiting for.
  private func forNotes(at path: String) throws -> Registry {
    if isForChanges { return self }
    let database = try Database(
      path: path, mode: .readWrite, migrations: Schema.migrations, patience: .milliseconds(20))
    return Registry(database: database, services: services)
  }
}
