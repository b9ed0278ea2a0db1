internal import Policy

/// What an operator is made with.
struct NewOperator {
  var username: Username
  var name: String
  var tenant: Int64
  var home: Int64
  var isMaster = false
  var state = Operator.State.active
  var validity = Validity.always
  var createdBy: Int64?
}

extension Change {
  /// An operator's row. Part of an operation.
  ///
  /// - Throws: `conflict(.exists)` for a username that was ever given out, also in other case.
  func insertOperator(_ new: NewOperator) throws -> Int64 {
    let isTaken = try reading.exists(
      "SELECT 1 FROM operator WHERE folded = ?", new.username.folded)
    guard !isTaken else { throw IAMError.conflict(.exists(.operator, new.username.text)) }
    let id = try nextID("operator")
    try execute(
      """
      INSERT INTO operator (id, tenant_id, username, folded, name, state, is_master,
        home_group_id, valid_from, valid_until, created_at, created_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      id, new.tenant, new.username.text, new.username.folded, new.name, new.state.rawValue,
      new.isMaster, new.home, new.validity.from?.milliseconds, new.validity.until?.milliseconds,
      now.milliseconds, new.createdBy)
    return id
  }
}
