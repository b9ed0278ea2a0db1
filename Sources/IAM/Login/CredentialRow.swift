internal import Policy

/// What the store says of one credential of an operator.
struct CredentialRow {
  var hash: String
  var isOneTime: Bool
  var expiresAt: Instant?
  var usedAt: Instant?
  var changedAt: Instant
  var failuresInARow: Int64
  var lockedUntil: Instant?
  var isDisabled: Bool

  /// What bars the factor before any password is looked at.
  func bar(at now: Instant) -> LoginRefusal? {
    if isDisabled { return .disabled }
    if let lockedUntil, now < lockedUntil { return .locked }
    return nil
  }
}

extension ReadTransaction {
  /// A credential, or `nil` where none is set.
  func credential(_ factor: Factor, of operatorID: Int64) throws -> CredentialRow? {
    try first(
      """
      SELECT hash, is_one_time, expires_at, used_at, changed_at, failures_in_a_row, locked_until,
        is_disabled
      FROM credential WHERE operator_id = ? AND factor = ?
      """, operatorID, factor.rawValue
    ) { row in
      CredentialRow(
        hash: try row.text(0), isOneTime: try row.bool(1), expiresAt: try row.instantOrNil(2),
        usedAt: try row.instantOrNil(3), changedAt: try row.instant(4),
        failuresInARow: try row.int(5), lockedUntil: try row.instantOrNil(6),
        isDisabled: try row.bool(7))
    }
  }

  /// The first-login steps that are open, in the order in which they are done.
  func openSteps(of operatorID: Int64) throws -> [FirstLoginStep] {
    try all(
      "SELECT step FROM first_login_step WHERE operator_id = ? ORDER BY step", operatorID
    ) { try $0.code(0, FirstLoginStep.init) }
  }

  /// Whether an operator administers anything: a master, an administrator of a group, staff.
  func isAdministrator(_ operatorID: Int64) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM operator o JOIN tenant t ON t.id = o.tenant_id
      WHERE o.id = ?1 AND (o.is_master = 1 OR t.kind = 'exchange'
        OR EXISTS (SELECT 1 FROM group_administrator g WHERE g.operator_id = ?1))
      """, operatorID)
  }
}
