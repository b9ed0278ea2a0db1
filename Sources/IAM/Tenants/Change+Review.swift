internal import Policy

extension Change {
  /// Applies for business qualifications of the caller's tenant: all of them or none.
  ///
  /// The first application puts the tenant under its first review. One of an approved tenant
  /// starts a later review, during which only its trading is closed.
  ///
  /// - Parameter qualifications: codes, at least one; naming one twice is the same as once.
  /// - Throws: `conflict` before profile and bank account are there, while a review is under way
  ///   or the tenant suspended, and for a qualification held already; `notFound`.
  /// - Source: A9, A10.
  @discardableResult
  public func apply(for qualifications: [String]) throws -> TenantStanding {
    try performInside(
      "member.apply", tenant: nil, need: "member-center.user-info.qualification"
    ) { tenant in
      guard try reading.hasProfile(tenant.id) else { throw IAMError.conflict(.profileMissing) }
      guard try reading.hasBank(tenant.id) else { throw IAMError.conflict(.bankMissing) }
      try tenant.require(.bankBound, .rejected, .supplement, .approved)
      let codes = try knownQualifications(qualifications)
      for code in codes { try insertApplication(for: code, of: tenant.id) }
      var record = try move(tenant, to: .underReview)
      record.record.after = [
        "state": .string(Tenant.State.underReview.rawValue),
        "qualifications": .array(codes.map(JSONValue.string)),
      ]
      return record
    }
  }

  private func knownQualifications(_ codes: [String]) throws -> [String] {
    guard !codes.isEmpty else { throw IAMError(InvalidField("qualification", .missing)) }
    for code in codes where !Seed.qualifications.contains(where: { $0.code == code }) {
      throw IAMError.notFound(.qualification, code)
    }
    return Seed.qualifications.map(\.code).filter(codes.contains)
  }

  private func insertApplication(for code: String, of tenant: Int64) throws {
    let isHeld = try reading.exists(
      """
      SELECT 1 FROM application
      WHERE tenant_id = ? AND qualification = ? AND state IN ('pending', 'approved')
      """, tenant, code)
    guard !isHeld else { throw IAMError.conflict(.exists(.qualification, code)) }
    try execute(
      """
      INSERT INTO application (id, tenant_id, qualification, state, applied_at)
      VALUES (?, ?, ?, 'pending', ?)
      """, try nextID("application"), tenant, code, now.milliseconds)
  }

  /// Approves everything that a member has applied for, and opens what it brings.
  ///
  /// - Throws: `conflict(.nothingToReview)`; `notFound`.
  /// - Source: A10.
  @discardableResult
  public func approveMember(_ code: String) throws -> TenantStanding {
    try performAsStaff("member.approve", on: code, need: "exchange.members.review") { tenant in
      let codes = try decideApplications(of: tenant, as: "approved", reason: nil)
      let opened = Seed.qualifications.filter { codes.contains($0.code) }
      try open(
        menus: opened.flatMap(\.menus).map(MenuCode.init(unchecked:)),
        products: opened.flatMap(\.products).map(ProductCode.init(unchecked:)), to: tenant.id)
      try execute(
        "UPDATE tenant SET approved_at = coalesce(approved_at, ?) WHERE id = ?",
        now.milliseconds, tenant.id)
      var record = try move(tenant, to: .approved)
      record.record.after = [
        "state": .string(Tenant.State.approved.rawValue),
        "qualifications": .array(codes.map(JSONValue.string)),
      ]
      return record
    }
  }

  /// Rejects everything that a member has applied for. A member approved before stays approved.
  ///
  /// - Throws: `conflict(.nothingToReview)`; `notFound`; `invalid` for the reason.
  /// - Source: A10.
  @discardableResult
  public func rejectMember(_ code: String, reason: String) throws -> TenantStanding {
    try sendBack(code, to: .rejected, event: "member.reject", reason: reason)
  }

  /// Asks a member for supplements to what it has applied for; it then applies again. A member
  /// approved before stays approved.
  ///
  /// - Throws: as ``rejectMember(_:reason:)``.
  /// - Source: A10.
  @discardableResult
  public func askForSupplement(_ code: String, reason: String) throws -> TenantStanding {
    try sendBack(code, to: .supplement, event: "member.supplement", reason: reason)
  }

  private func sendBack(
    _ code: String, to state: Tenant.State, event: String, reason: String
  ) throws -> TenantStanding {
    try performAsStaff(event, on: code, need: "exchange.members.review", reason: reason) {
      tenant in
      _ = try decideApplications(of: tenant, as: state.rawValue, reason: reason)
      return try move(
        tenant, to: tenant.isBeforeApproval ? state : .approved,
        reason: tenant.isBeforeApproval ? reason : nil)
    }
  }

  /// Decides all pending applications. Part of an operation.
  ///
  /// - Returns: their qualifications, in order.
  private func decideApplications(
    of tenant: TenantRow, as state: String, reason: String?
  ) throws -> [String] {
    let codes = try reading.all(
      """
      SELECT qualification FROM application WHERE tenant_id = ? AND state = 'pending'
      ORDER BY qualification
      """, tenant.id
    ) { try $0.text(0) }
    guard tenant.state == .underReview, !codes.isEmpty else {
      throw IAMError.conflict(.nothingToReview(tenant.code))
    }
    try execute(
      """
      UPDATE application SET state = ?, decided_at = ?, decided_by = ?, reason = ?
      WHERE tenant_id = ? AND state = 'pending'
      """, state, now.milliseconds, try requireActing().id, reason, tenant.id)
    return codes
  }
}
