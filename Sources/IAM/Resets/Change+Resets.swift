public import Policy

extension Change {
  /// How long a request may be approved.
  static let resetLifetime = Duration.seconds(60 * 60)

  /// Asks for a new password for a tenant's master.
  ///
  /// Staff ask for any tenant, also for the exchange's own master; the master of a member for an
  /// institution that the member has filed. Nobody asks for itself: its own tenant's master is told
  /// so, all others there are denied.
  ///
  /// - Throws: `notFound` for a tenant that is not the caller's to see; `denied`; `ownRequest` when
  ///   the caller is that master; `exists` while an earlier request is pending; `invalid`.
  /// - Source: C10.
  public func requestReset(of tenant: TenantCode, reason: String) throws -> ResetRequest {
    let actor = try requireActing()
    guard let reasonText = PlainText.reason(reason) else { throw IAMError.invalidReason }
    // The member asks as itself, in its own tenant; the row of the request names the institution.
    var intent = Intent(
      "reset.request", in: actor.tenant, on: tenant.text,
      need: actor.isStaff
        ? .menu("exchange.resets.request", over: .tenant)
        : .menu("member-center.user-info.security", over: .wholeTenant), reason: reasonText)
    let about = try find(before: intent) { try reading.tenantToReset(tenant, for: actor) }
    if actor.isStaff { intent.tenant = about.tenant }
    intent.object = about.username.text
    return try perform(intent) {
      guard about.id != actor.id else { throw IAMError.ownRequest(.request) }
      try requireNonePending(for: about)
      let request = ResetRequest(
        id: try nextID("reset-request"), tenant: tenant, username: about.username,
        reason: reasonText, requestedBy: actor.username,
        filedBy: actor.isStaff ? nil : actor.tenantCode, requestedAt: now,
        expiresAt: now + Change.resetLifetime, state: .pending)
      try insert(request, about: about, by: actor)
      return Recorded(
        request,
        after: [
          "request": .number(request.id), "tenant": .string(tenant.text),
          "digest": .string(request.digest.hexadecimal),
        ])
    }
  }

  /// Approves a request and resets the password, once. The caller is another person than the one
  /// who asked and the one it is about, and holds the menu at this moment.
  ///
  /// - Parameters:
  ///   - id: its number.
  ///   - issued: from ``Registry/drawPassword()``.
  /// - Throws: `notFound`, `denied`, `ownRequest`; `state` for a request that is no longer pending,
  ///   or whose asker may no longer ask.
  /// - Source: C10.
  public func approveReset(_ id: Int64, to issued: IssuedPassword) throws -> PasswordReset {
    try decideReset(id, .approve) { row, actor in
      guard row.digest == row.request.digest.bytes else {
        throw DatabaseError(.integrity, "a reset request is not the one that was filed")
      }
      try requireStillEntitled(row)
      try execute(
        "UPDATE reset_request SET state = 'executed', decided_by = ?, decided_at = ? WHERE id = ?",
        actor.id, now.milliseconds, id)
      return try reset(row.operatorID, to: issued)
    }
  }

  /// Rejects a request.
  ///
  /// - Throws: `notFound`, `denied`, `ownRequest`, `invalid`; `state` when it is not pending.
  public func rejectReset(_ id: Int64, reason: String) throws {
    guard let reasonText = PlainText.reason(reason) else { throw IAMError.invalidReason }
    try decideReset(id, .reject, reason: reasonText) { _, actor in
      _ = try execute(
        """
        UPDATE reset_request SET state = 'rejected', decided_by = ?, decided_at = ?,
          decision_reason = ? WHERE id = ?
        """, actor.id, now.milliseconds, reasonText, id)
    }
  }

  @discardableResult
  private func decideReset<Answer>(
    _ id: Int64, _ act: RequestAct, reason: String? = nil,
    _ body: (ResetRequestRow, ActingOperator) throws -> Answer
  ) throws -> Answer {
    let actor = try requireActing()
    guard actor.isStaff else { throw IAMError.notFound(.resetRequest, String(id)) }
    var intent = Intent(
      act == .approve ? "reset.approve" : "reset.reject", in: actor.tenant, on: String(id),
      need: .menu("exchange.resets.approve", over: .tenant), reason: reason)
    let row = try find(before: intent) {
      guard let row = try reading.resetRequest(id, at: now) else {
        throw IAMError.notFound(.resetRequest, String(id))
      }
      return row
    }
    intent.tenant = row.tenant
    intent.object = row.request.username.text
    return try perform(intent) {
      guard row.requestedBy != actor.id, row.operatorID != actor.id else {
        throw IAMError.ownRequest(act)
      }
      guard row.request.state == .pending else {
        throw IAMError.conflict(
          .state(.resetRequest, String(id), is: row.request.state.rawValue))
      }
      return Recorded(
        try body(row, actor),
        after: ["request": .number(id), "digest": .string(row.request.digest.hexadecimal)])
    }
  }

  /// One who asked and may ask no longer has asked for nothing.
  private func requireStillEntitled(_ row: ResetRequestRow) throws {
    guard let asker = try reading.operatorRow(row.requestedBy),
      let about = try reading.operatorRow(row.operatorID), about.facts.isMaster
    else { throw DatabaseError(.integrity, "a reset request names an operator that is not there") }
    try requireState(about, isNot: .offboarded)
    let menu = row.filedBy == nil ? "exchange.resets.request" : "member-center.user-info.security"
    let decision = try reading.decide(
      Target(menu: MenuCode(unchecked: menu)), for: asker.username, id: asker.id,
      in: asker.tenant, at: now, session: SessionFacts())
    guard decision.reasons.isEmpty else {
      throw IAMError.conflict(.state(.resetRequest, String(row.request.id), is: "void"))
    }
  }
}

extension Change {
  private func requireNonePending(for person: OperatorRow) throws {
    let pending = try reading.first(
      """
      SELECT id FROM reset_request WHERE operator_id = ? AND state = 'pending' AND expires_at > ?
      """, person.id, now.milliseconds
    ) { try $0.int(0) }
    if let pending { throw IAMError.conflict(.exists(.resetRequest, String(pending))) }
  }

  private func insert(
    _ request: ResetRequest, about person: OperatorRow, by actor: ActingOperator
  ) throws {
    try execute(
      """
      INSERT INTO reset_request (id, tenant_id, operator_id, reason, filed_by_tenant, digest,
        state, requested_by, requested_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?)
      """, request.id, person.tenant, person.id, request.reason,
      actor.isStaff ? nil : actor.tenant, request.digest.bytes, actor.id, now.milliseconds,
      request.expiresAt.milliseconds)
  }
}

extension ReadTransaction {
  /// The master of the tenant that a request is about, if the caller may see that tenant.
  fileprivate func tenantToReset(
    _ code: TenantCode, for actor: ActingOperator
  ) throws -> OperatorRow {
    let found = try first(
      """
      SELECT o.id FROM tenant t JOIN operator o ON o.tenant_id = t.id AND o.is_master = 1
      WHERE t.code = ?1 AND (?2 OR t.filed_under = ?3 OR t.id = ?3)
      """, code.text, actor.isStaff, actor.tenant
    ) { try $0.int(0) }
    guard let id = found, let person = try operatorRow(id) else {
      throw IAMError.notFound(.tenant, code.text)
    }
    return person
  }
}
