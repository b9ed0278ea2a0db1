internal import Policy

/// A request with what the store alone knows of it.
struct ResetRequestRow {
  var request: ResetRequest
  var tenant: Int64
  var operatorID: Int64
  var requestedBy: Int64
  var filedBy: Int64?
  var digest: [UInt8]
}

extension ReadTransaction {
  /// One request, or `nil`.
  func resetRequest(_ id: Int64, at now: Instant) throws -> ResetRequestRow? {
    try resetRequests(id: id, of: nil, at: now).first
  }

  /// How many requests about an operator have been approved and carried out.
  func executedResets(of operatorID: Int64) throws -> Int64 {
    try first(
      "SELECT count(*) FROM reset_request WHERE operator_id = ? AND state = 'executed'", operatorID
    ) { try $0.int(0) } ?? 0
  }

  /// Requests, newest first.
  ///
  /// - Parameters:
  ///   - id: the one with this number; `nil` for all.
  ///   - tenant: only those about this tenant and those that it filed; `nil` for all.
  func resetRequests(id: Int64?, of tenant: Int64?, at now: Instant) throws -> [ResetRequestRow] {
    try all(
      """
      SELECT r.id, t.code, o.username, r.reason, q.username, f.code, r.requested_at,
        r.expires_at, r.state, d.username, r.decided_at, r.decision_reason, r.tenant_id,
        r.operator_id, r.requested_by, r.filed_by_tenant, r.digest
      FROM reset_request r JOIN tenant t ON t.id = r.tenant_id
      JOIN operator o ON o.id = r.operator_id JOIN operator q ON q.id = r.requested_by
      LEFT JOIN tenant f ON f.id = r.filed_by_tenant LEFT JOIN operator d ON d.id = r.decided_by
      WHERE (?1 IS NULL OR r.id = ?1)
        AND (?2 IS NULL OR r.tenant_id = ?2 OR r.filed_by_tenant = ?2)
      ORDER BY r.id DESC
      """, id, tenant
    ) { try ResetRequestRow($0, at: now) }
  }
}

extension ResetRequestRow {
  fileprivate init(_ row: borrowing Row, at now: Instant) throws {
    let expiresAt = try row.instant(7)
    let stored = try row.code(8, ResetRequest.State.init)
    request = ResetRequest(
      id: try row.int(0), tenant: try row.code(1, TenantCode.init),
      username: try row.code(2, Username.init), reason: try row.text(3),
      requestedBy: try row.code(4, Username.init),
      filedBy: try row.textOrNil(5).flatMap(TenantCode.init),
      requestedAt: try row.instant(6), expiresAt: expiresAt,
      state: stored == .pending && now >= expiresAt ? .expired : stored,
      decidedBy: try row.textOrNil(9).flatMap(Username.init),
      decidedAt: try row.instantOrNil(10), decisionReason: try row.textOrNil(11))
    tenant = try row.int(12)
    operatorID = try row.int(13)
    requestedBy = try row.int(14)
    filedBy = try row.intOrNil(15)
    digest = try row.blob(16)
  }
}
