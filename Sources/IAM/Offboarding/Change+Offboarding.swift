public import Policy

extension Change {
  /// Takes everything from an operator who leaves, and closes its login for good: the username is
  /// never given out again.
  ///
  /// - Returns: what was taken away; in a dry run, the plan.
  /// - Throws: `notFound`, `denied`, `refused`, `invalid`; `state` for one who has left already.
  /// - Source: C11.
  public func offboard(
    _ username: String, reason: String, in tenant: TenantCode? = nil
  ) throws -> OffboardingPlan {
    guard let reason = PlainText.reason(reason) else { throw IAMError.invalidReason }
    return try perform(
      "operator.offboard", on: username, need: "operators.offboard", reason: reason, in: tenant
    ) { subject in
      try requireState(subject, isNot: .offboarded)
      let items = try reading.offboardingItems(of: subject.id, at: now)
      try takeEverything(from: subject.id, reason: reason)
      let list = items.map { JSONValue.string("\($0.kind) \($0.name)") }
      return Recorded(
        OffboardingPlan(username: subject.username, items: items),
        before: ["state": .string(subject.facts.state.rawValue), "held": .array(list)],
        after: ["state": "offboarded"])
    }
  }

  private func takeEverything(from id: Int64, reason: String) throws {
    try execute("DELETE FROM holding WHERE operator_id = ?", id)
    try execute("DELETE FROM operator_group WHERE operator_id = ?", id)
    try execute("DELETE FROM group_administrator WHERE operator_id = ?", id)
    try endSessions(of: id, reason: .offboarded)
    try execute("DELETE FROM first_login_step WHERE operator_id = ?", id)
    try execute("DELETE FROM credential_failure WHERE operator_id = ?", id)
    try execute("DELETE FROM credential_history WHERE operator_id = ?", id)
    try execute("DELETE FROM credential WHERE operator_id = ?", id)
    try execute(
      """
      UPDATE reset_request SET state = 'rejected', decided_at = ?2, decision_reason = 'offboarded'
      WHERE state = 'pending' AND (operator_id = ?1 OR requested_by = ?1)
      """, id, now.milliseconds)
    try execute(
      """
      UPDATE operator SET state = 'offboarded', state_reason = ?, offboarded_at = ? WHERE id = ?
      """, reason, now.milliseconds, id)
  }
}
