public import Policy

/// A member or an institution in a list.
public struct MemberSummary: Sendable, Equatable {
  /// Its code.
  public var tenant: TenantCode
  /// What kind of enterprise it is.
  public var kind: Tenant.Kind
  /// Its name.
  public var name: String
  /// Its state.
  public var state: Tenant.State
  /// Why it is in that state, where somebody gave a reason.
  public var stateReason: String?
  /// The member that it is filed under, if it is an institution.
  public var filedUnder: TenantCode?
  /// The code that it is filed by, if it is an institution.
  public var organisationCode: String?
  /// When it was registered or created.
  public var createdAt: Instant
  /// When it was approved first.
  public var approvedAt: Instant?

  /// Reads the columns of ``ReadTransaction/members()``.
  init(_ row: borrowing Row) throws {
    tenant = try row.code(0, TenantCode.init)
    kind = try row.code(1, Tenant.Kind.init)
    name = try row.text(2)
    state = try row.code(3, Tenant.State.init)
    stateReason = try row.textOrNil(4)
    filedUnder = try row.textOrNil(5).flatMap(TenantCode.init)
    organisationCode = try row.textOrNil(6)
    createdAt = try row.instant(7)
    approvedAt = try row.instantOrNil(8)
  }
}

extension ReadTransaction {
  /// Every tenant but the exchange, in the order of their codes.
  func members() throws -> [MemberSummary] {
    try all(
      """
      SELECT t.code, t.kind, t.name, t.state, t.state_reason, f.code, t.organisation_code,
        t.created_at, t.approved_at
      FROM tenant t LEFT JOIN tenant f ON f.id = t.filed_under
      WHERE t.kind <> 'exchange' ORDER BY t.code
      """, row: MemberSummary.init)
  }

  /// One tenant.
  func member(_ id: Int64) throws -> MemberSummary {
    let member = try first(
      """
      SELECT t.code, t.kind, t.name, t.state, t.state_reason, f.code, t.organisation_code,
        t.created_at, t.approved_at
      FROM tenant t LEFT JOIN tenant f ON f.id = t.filed_under WHERE t.id = ?
      """, id, row: MemberSummary.init)
    guard let member else { throw DatabaseError(.integrity, "a tenant is not there") }
    return member
  }
}
