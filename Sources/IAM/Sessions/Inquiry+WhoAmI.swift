public import Policy

/// Who is logged in, and how far the session reaches.
public struct WhoAmI: Sendable {
  /// Who.
  public var username: Username
  /// The person's name.
  public var name: String
  /// In which tenant.
  public var tenant: TenantCode
  /// Whether it is the tenant's master.
  public var isMaster: Bool
  /// The session; `nil` for an identity without one.
  public var session: OwnSession?
  /// The first-login steps that are open.
  public var pending: [FirstLoginStep]
}

/// The caller's session.
public struct OwnSession: Sendable {
  /// Its number.
  public var id: Int64
  /// When it ends at the latest.
  public var expiresAt: Instant
  /// Until when the payment password counts as verified.
  public var paymentVerifiedUntil: Instant?
  /// The roles active in it; `nil` for all that the operator holds.
  public var activeRoles: [Name]?
}

extension Inquiry {
  /// Who asks.
  ///
  /// - Throws: `notLoggedIn`.
  public func whoAmI() throws -> WhoAmI {
    let actor = try requireActing()
    let person = try reading.first(
      "SELECT name, is_master FROM operator WHERE id = ?", actor.id
    ) { (name: try $0.text(0), isMaster: try $0.bool(1)) }
    guard let person else { throw IAMError.notLoggedIn }
    return WhoAmI(
      username: actor.username, name: person.name, tenant: actor.tenantCode,
      isMaster: person.isMaster, session: try ownSession(of: actor),
      pending: try reading.openSteps(of: actor.id))
  }

  /// The first-login steps that the caller has still to do; empty for nobody.
  public func pendingSteps() throws -> [FirstLoginStep] {
    guard let actor = try reading.actingOperator(identity, at: now) else { return [] }
    return try reading.openSteps(of: actor.id)
  }

  private func ownSession(of actor: ActingOperator) throws -> OwnSession? {
    guard let id = actor.session else { return nil }
    let roles = actor.facts.activeRoles?.sorted()
    return try reading.first(
      "SELECT expires_at, payment_verified_until FROM session WHERE id = ?", id
    ) { row in
      OwnSession(
        id: id, expiresAt: try row.instant(0),
        paymentVerifiedUntil: try row.instantOrNil(1).flatMap { now < $0 ? $0 : nil },
        activeRoles: roles)
    }
  }
}
