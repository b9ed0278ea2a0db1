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
    var intent = Intent(
      event, in: actor.tenant, on: TenantCode(code)?.text ?? "", need: .menu(menu, over: .tenant),
      reason: try reason.map { try PlainText.requireReason($0) })
    let tenant = try find(before: intent) {
      actor.isStaff ? try reading.memberRow(code) : try reading.tenantRow(actor.tenant)
    }
    intent.tenant = tenant.id
    return try perform(intent) { try body(tenant) }
  }

  /// An operation in the caller's own tenant, or in one that staff name.
  func performInside<Answer>(
    _ event: String, tenant code: String?, on object: String? = nil, need menu: String,
    _ body: (TenantRow) throws -> Recorded<Answer>
  ) throws -> Answer {
    let actor = try requireActing()
    var intent = Intent(
      event, in: Self.nowhere, on: object ?? code ?? "", need: .menu(menu, over: .tenant))
    let tenant =
      actor.isStaff
      ? try find(before: intent) { try reading.tenantRow(named: code, for: actor) }
      : try reading.tenantRow(named: code, for: actor)
    intent.tenant = tenant.id
    intent.object = object ?? tenant.code.text
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
