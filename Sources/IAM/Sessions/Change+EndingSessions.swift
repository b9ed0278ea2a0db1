public import Policy

extension Change {
  /// Ends one session: one's own always, another's with the menu `sessions.end` over its operator.
  ///
  /// - Throws: `notFound` for a session that is not open or not the caller's to see; `denied`,
  ///   `refused`.
  public func endSession(_ id: Int64) throws {
    let actor = try requireActing()
    // Most sessions that staff end are those of members.
    let elsewhere = Intent(
      "session.end", in: actor.isStaff ? Self.nowhere : actor.tenant, on: String(id),
      need: .menu("sessions.end", over: .tenant))
    let found = try find(before: elsewhere) {
      let found = try reading.sessionOwner(id)
      guard let found, found.tenant == actor.tenant || actor.isStaff else {
        throw IAMError.notFound(.session, String(id))
      }
      return found
    }
    let need: Need =
      found.owner == actor.id ? .ownSelf : .menu("sessions.end", over: .owner(found.username))
    var intent = Intent("session.end", in: found.tenant, on: found.username.text, need: need)
    intent.endsWhatIsLeft = true
    try perform(intent) {
      try execute(
        "UPDATE session SET ended_at = ?, end_reason = ? WHERE id = ?", now.milliseconds,
        (found.owner == actor.id ? SessionEnd.logout : .endedByAdministrator).rawValue, id)
      return Recorded(before: ["session": .number(id)])
    }
  }

  /// Ends all sessions of an operator.
  ///
  /// - Returns: how many there were.
  /// - Throws: `notFound`, `denied`, `refused`.
  public func endSessions(ofOperator username: String, in tenant: TenantCode? = nil) throws -> Int {
    let tenant = try place(tenant)
    let name = try Username(existing: username)
    let actor = try requireActing()
    let isOwn = actor.username == name && actor.tenant == tenant
    var intent = Intent(
      "session.end", in: tenant, on: name.text,
      need: isOwn ? .ownSelf : .menu("sessions.end", over: .operator(name)))
    intent.endsWhatIsLeft = true
    return try perform(intent) {
      let count = try endSessions(
        of: reading.operatorID(name, in: tenant), reason: isOwn ? .logout : .endedByAdministrator)
      return Recorded(count, after: ["ended": .number(Int64(count))])
    }
  }
}

extension ReadTransaction {
  /// Whose an open session is, or `nil`.
  fileprivate func sessionOwner(
    _ id: Int64
  ) throws -> (owner: Int64, tenant: Int64, username: Username)? {
    try first(
      """
      SELECT s.operator_id, o.tenant_id, o.username FROM session s
      JOIN operator o ON o.id = s.operator_id WHERE s.id = ? AND s.ended_at IS NULL
      """, id
    ) {
      (
        owner: try $0.int(0), tenant: try $0.int(1), username: try $0.code(2, Username.init)
      )
    }
  }
}
