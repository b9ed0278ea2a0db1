internal import Policy

extension Change {
  /// What a comparison is worth now: counts a failure, locks, and forgets the failures after a
  /// success. Part of an operation.
  ///
  /// While a factor is locked nothing is judged, so nothing is counted either: a right password
  /// fails as a wrong one does.
  ///
  /// - Returns: why the password is not accepted; `nil` when it is.
  func judge(_ verification: Verification) throws -> LoginRefusal? {
    guard let id = verification.operatorID else { return .unknown }
    guard let credential = try reading.credential(verification.factor, of: id) else {
      return .missing
    }
    if let bar = credential.bar(at: now) { return bar }
    // What was compared is a password of the past: neither right nor wrong now.
    guard credential.hash == verification.hash else { return .replaced }
    guard verification.isRight else {
      try countFailure(verification.factor, of: id, credential)
      return .wrong
    }
    try forgetFailures(verification.factor, of: id)
    return nil
  }

  /// Starts all counters of a factor anew and lifts its lock. Part of an operation.
  func forgetFailures(_ factor: Factor, of id: Int64) throws {
    try execute(
      """
      UPDATE credential SET failures_in_a_row = 0, locked_until = NULL, is_disabled = 0
      WHERE operator_id = ? AND factor = ?
      """, id, factor.rawValue)
    try execute(
      "DELETE FROM credential_failure WHERE operator_id = ? AND factor = ?", id, factor.rawValue)
  }

  private func countFailure(
    _ factor: Factor, of id: Int64, _ credential: CredentialRow
  ) throws {
    let recent = try countRecentFailures(factor, of: id)
    let inARow = credential.failuresInARow + 1
    let limit =
      credential.isOneTime ? FailureLimits.ofOneTimePassword : FailureLimits.inARow
    let isDisabled = inARow >= limit
    let isLocked = recent >= FailureLimits.beforeLock
    try execute(
      """
      UPDATE credential SET failures_in_a_row = ?, locked_until = ?, is_disabled = ?
      WHERE operator_id = ? AND factor = ?
      """, inARow, isLocked ? (now + FailureLimits.lock).milliseconds : nil, isDisabled, id,
      factor.rawValue)
    guard isLocked || isDisabled else { return }
    try execute(
      "DELETE FROM credential_failure WHERE operator_id = ? AND factor = ?", id, factor.rawValue)
    try recordLock(factor, of: id, isDisabled ? .disabled : .locked)
  }

  /// Notes one more failure.
  ///
  /// - Returns: how many there are within the window. Those of a clock that was ahead count too.
  private func countRecentFailures(_ factor: Factor, of id: Int64) throws -> Int64 {
    let start = (now + FailureLimits.window * -1).milliseconds
    try execute(
      "DELETE FROM credential_failure WHERE operator_id = ? AND factor = ? AND at <= ?", id,
      factor.rawValue, start)
    try execute(
      """
      INSERT INTO credential_failure (operator_id, factor, at, number)
      SELECT ?1, ?2, ?3, coalesce(max(number), 0) + 1 FROM credential_failure
      WHERE operator_id = ?1 AND factor = ?2
      """, id, factor.rawValue, now.milliseconds)
    return try reading.first(
      "SELECT count(*) FROM credential_failure WHERE operator_id = ? AND factor = ?", id,
      factor.rawValue
    ) { try $0.int(0) } ?? 0
  }

  /// A locked login is a reason of decisions, so the tenant's revision rises with it.
  private func recordLock(_ factor: Factor, of id: Int64, _ refusal: LoginRefusal) throws {
    guard let person = try reading.operatorRow(id) else { return }
    if factor == .login { try raiseRevision(ofTenant: person.tenant) }
    try appendAudit(
      Intent(
        "\(factor.rawValue).lock", in: person.tenant, on: person.username.text, need: .nothing),
      by: nil, outcome: .done, reason: refusal.rawValue,
      try reading.revision(ofTenant: person.tenant))
  }
}
