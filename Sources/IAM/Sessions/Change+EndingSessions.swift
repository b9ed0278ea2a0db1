public import Policy

extension Change {
  /// Ends one session: one's own always, another's with the menu `sessions.end` over its operator.
  ///
  /// - Throws: `notFound` for a session that is not open or not the caller's to see; `denied`,
  ///   `refused`.
  public func endSession(_ id: Int64) throws {
    let actor = try requireActing()
    let found = try reading.first(
      """
      SELECT s.operator_id, o.tenant_id, o.username FROM session s
      JOIN operator o ON o.id = s.operator_id WHERE s.id = ? AND s.ended_at IS NULL
      """, id
    ) { (owner: try $0.int(0), tenant: try $0.int(1), username: try $0.text(2)) }
    guard let found, found.tenant == actor.tenant || actor.isStaff else {
      throw IAMError.notFound(.session, String(id))
    }
    let need: Need =
      found.owner == actor.id ? .ownSelf : .menu("sessions.end", over: .operator(found.owner))
    var intent = Intent("session.end", in: found.tenant, on: found.username, need: need)
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
    let subject = try subject(username, in: tenant)
    let isOwn = try requireActing().id == subject.id
    var intent = Intent(
      "session.end", in: subject.tenant, on: subject.username.text,
      need: isOwn ? .ownSelf : .menu("sessions.end", over: .operator(subject.id)))
    intent.endsWhatIsLeft = true
    return try perform(intent) {
      let count = try endSessions(
        of: subject.id, reason: isOwn ? .logout : .endedByAdministrator)
      return Recorded(count, after: ["ended": .number(Int64(count))])
    }
  }
}
