internal import Policy

/// What the store says of a tenant itself.
struct TenantRow {
  var id: Int64
  var code: TenantCode
  var kind: Tenant.Kind
  var name: String
  var state: Tenant.State
  var approvedAt: Instant?

  /// Whether a review now under way is its first.
  var isBeforeApproval: Bool { approvedAt == nil }

  /// Refuses a tenant in any other state.
  ///
  /// - Throws: `conflict(.tenant)`.
  func require(_ states: Tenant.State...) throws {
    guard states.contains(state) else { throw IAMError.conflict(.tenant(state)) }
  }
}

extension ReadTransaction {
  /// Whether a tenant has been closed for good.
  func isClosed(_ id: Int64) throws -> Bool {
    try exists("SELECT 1 FROM tenant WHERE id = ? AND state = 'closed'", id)
  }

  /// One tenant.
  func tenantRow(_ id: Int64) throws -> TenantRow {
    let row = try first(
      "SELECT id, code, kind, name, state, approved_at FROM tenant WHERE id = ?", id
    ) { row in
      TenantRow(
        id: try row.int(0), code: try row.code(1, TenantCode.init),
        kind: try row.code(2, Tenant.Kind.init), name: try row.text(3),
        state: try row.code(4, Tenant.State.init), approvedAt: try row.instantOrNil(5))
    }
    guard let row else { throw DatabaseError(.integrity, "a tenant is not there") }
    return row
  }

  /// The tenant that an operator acts in: its own, or the one that staff name.
  ///
  /// - Throws: `notFound`, with one text for what does not exist and what is not the caller's.
  func tenantRow(named code: String?, for actor: ActingOperator) throws -> TenantRow {
    guard let code else { return try tenantRow(actor.tenant) }
    guard let known = TenantCode(code) else { throw IAMError.notFound(.tenant, code) }
    return try tenantRow(try tenant(named: known, for: actor))
  }

  /// A member or an institution; the exchange itself is not there.
  ///
  /// - Throws: `notFound`.
  func memberRow(_ code: String) throws -> TenantRow {
    guard let known = TenantCode(code) else { throw IAMError.notFound(.tenant, code) }
    let row = try tenantRow(try tenantID(known))
    guard row.kind != .exchange else { throw IAMError.notFound(.tenant, code) }
    return row
  }
}
