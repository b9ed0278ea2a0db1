public import Policy

/// Everything about one operator but its permissions' outcome, which is another question.
public struct OperatorDetails: Sendable, Equatable {
  /// As in lists.
  public var listing: OperatorListing
  /// The further groups it has joined, in order.
  public var joined: [Name]
  /// The groups it administers, in order.
  public var administers: [Name]
  /// The person's mobile number, masked unless asked for in full.
  public var mobile: PersonalDatum
  /// The person's e-mail address, masked unless asked for in full.
  public var email: PersonalDatum
  /// Who made it; `nil` for the program.
  public var createdBy: Username?
  /// The first-login steps still open, in order.
  public var pending: [FirstLoginStep]
  /// What it holds: its own first, then what groups hand down.
  public var holdings: [HeldThing]
}

/// One thing held, and the way it came.
public struct HeldThing: Sendable, Equatable {
  /// What it is: `menu`, `product`, `account`, `menuGroup`, `productGroup` or `role`.
  public var noun: Noun
  /// Its name or code; `*` for every account, or as a wildcard.
  public var name: String
  /// The group that hands it down; `nil` where it was given to the operator itself.
  public var through: Name?
  /// When it holds.
  public var validity: Validity
}

extension Inquiry {
  /// One operator, its personal data masked.
  ///
  /// - Throws: `notFound`, also for one that the caller does not see; `notLoggedIn`, `denied`.
  /// - Source: B4, C5.
  public func operatorDetails(
    _ username: Username, in tenant: TenantCode? = nil
  ) throws -> OperatorDetails {
    let actor = try requireActing()
    if actor.username == username {
      return try reading.operatorDetails(actor.id, services, whole: false, at: now)
    }
    let tenantID = try require("operators.read", in: tenant).tenant
    let id = try reading.visibleOperator(username, to: actor, in: tenantID)
    return try reading.operatorDetails(id, services, whole: false, at: now)
  }
}

extension Change {
  /// One operator with its personal data whole, which leaves a row in the audit trail.
  ///
  /// - Throws: `notFound`, also for one that the caller does not see; `denied`.
  public func operatorDetailsInFull(
    _ username: Username, in tenant: TenantCode? = nil
  ) throws -> OperatorDetails {
    let tenantID = try place(tenant)
    let intent = Intent(
      "operator.show-full", in: tenantID, on: username.text,
      need: .menu("operators.read-full", over: .tenant))
    return try perform(intent) {
      let id = try reading.visibleOperator(username, to: requireActing(), in: tenantID)
      return Recorded(try reading.operatorDetails(id, services, whole: true, at: now))
    }
  }
}

extension ReadTransaction {
  /// The id of an operator whom a caller sees.
  ///
  /// - Throws: `notFound`.
  func visibleOperator(
    _ username: Username, to actor: ActingOperator, in tenant: Int64
  ) throws -> Int64 {
    let id = try operatorID(username, in: tenant)
    guard try OperatorView(of: actor, in: tenant, self).sees(username, self) else {
      throw IAMError.notFound(.operator, username.text)
    }
    return id
  }

  fileprivate func operatorDetails(
    _ id: Int64, _ services: Services, whole: Bool, at now: Instant
  ) throws -> OperatorDetails {
    guard let listing = try operatorListing(id, at: now) else {
      throw DatabaseError(.integrity, "an operator that was found is gone")
    }
    typealias Sealed = (tenant: String, mobile: [UInt8]?, email: [UInt8]?, maker: Username?)
    let sealed: Sealed? = try first(
      """
      SELECT t.code, o.mobile_sealed, o.email_sealed, m.username FROM operator o
      JOIN tenant t ON t.id = o.tenant_id LEFT JOIN operator m ON m.id = o.created_by
      WHERE o.id = ?
      """, id
    ) { row in
      (
        tenant: try row.text(0), mobile: try row.blobOrNil(1), email: try row.blobOrNil(2),
        maker: try row.textOrNil(3).flatMap { Username($0) }
      )
    }
    let tenant = sealed?.tenant ?? ""
    let steps = try all(
      "SELECT step FROM first_login_step WHERE operator_id = ? ORDER BY step", id
    ) { try $0.code(0, FirstLoginStep.init) }
    let mobile = try services.show(
      sealed?.mobile, .mobile(ofOperator: id, in: tenant), mask: { whole ? $0 : Mask.mobile($0) })
    let email = try services.show(
      sealed?.email, .email(ofOperator: id, in: tenant), mask: { whole ? $0 : Mask.email($0) })
    return OperatorDetails(
      listing: listing, joined: try groupsJoined(by: id), administers: try administered(by: id),
      mobile: mobile, email: email,
      createdBy: sealed?.maker, pending: steps, holdings: try everythingHeld(by: id))
  }

  private func groupsJoined(by id: Int64) throws -> [Name] {
    try all(
      """
      SELECT g.name FROM operator_group j JOIN user_group g ON g.id = j.group_id
      WHERE j.operator_id = ? ORDER BY g.name
      """, id
    ) { try $0.code(0, Name.init) }
  }

  private func administered(by id: Int64) throws -> [Name] {
    try all(
      """
      SELECT g.name FROM group_administrator a JOIN user_group g ON g.id = a.group_id
      WHERE a.operator_id = ? ORDER BY g.name
      """, id
    ) { try $0.code(0, Name.init) }
  }
}
