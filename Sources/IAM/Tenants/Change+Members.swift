internal import Policy

extension Change {
  /// An operation of exchange staff on a member or an institution that they name.
  ///
  /// Whoever is not staff is denied before anything is looked up: the answer, and its row in the
  /// caller's own audit trail, are the same whatever was named.
  func performAsStaff<Answer>(
    _ event: String, on code: String, need menu: String, reason: String? = nil,
    _ body: (TenantRow) throws -> Recorded<Answer>
  ) throws -> Answer {
    let actor = try requireActing()
    let tenant =
      actor.isStaff ? try reading.memberRow(code) : try reading.tenantRow(actor.tenant)
    let intent = Intent(
      event, in: tenant.id, on: TenantCode(code)?.text ?? "", need: .menu(menu, over: .tenant),
      reason: try reason.map { try PlainText.requireReason($0) })
    return try perform(intent) { try body(tenant) }
  }

  /// An operation in the caller's own tenant, or in one that staff name.
  func performInside<Answer>(
    _ event: String, tenant code: String?, on object: String? = nil, need menu: String,
    _ body: (TenantRow) throws -> Recorded<Answer>
  ) throws -> Answer {
    let actor = try requireActing()
    let tenant = try reading.tenantRow(named: code, for: actor)
    let intent = Intent(
      event, in: tenant.id, on: object ?? tenant.code.text, need: .menu(menu, over: .tenant))
    return try perform(intent) { try body(tenant) }
  }

  /// Moves a tenant to another state. Part of an operation.
  func move(
    _ tenant: TenantRow, to state: Tenant.State, reason: String? = nil
  ) throws -> Recorded<TenantStanding> {
    try execute(
      "UPDATE tenant SET state = ?, state_reason = ? WHERE id = ?", state.rawValue, reason,
      tenant.id)
    return Recorded(
      TenantStanding(tenant: tenant.code, state: state),
      before: ["state": .string(tenant.state.rawValue)], after: ["state": .string(state.rawValue)])
  }
}
