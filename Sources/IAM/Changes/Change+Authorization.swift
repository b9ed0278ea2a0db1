internal import Policy

extension Change {
  /// The operator behind the identity, or `nil` for nobody.
  ///
  /// - Throws: `notLoggedIn` when the session is unknown or has ended.
  func acting() throws -> ActingOperator? {
    if progress.isActorKnown { return progress.actor }
    progress.actor = try reading.actingOperator(identity, at: now)
    progress.isActorKnown = true
    return progress.actor
  }

  /// The operator behind the identity.
  ///
  /// - Throws: `notLoggedIn` for nobody.
  func requireActing() throws -> ActingOperator {
    guard let actor = try acting() else { throw IAMError.notLoggedIn }
    return actor
  }

  /// Whether the caller may do what it intends.
  ///
  /// - Returns: the caller; `nil` for nobody.
  func authorize(_ intent: Intent) throws -> ActingOperator? {
    switch intent.need {
    case .nothing: return try acting()
    case .ownSelf: return try requireActing()
    case .menu(let menu, let reach):
      let actor = try requireActing()
      try reading.require(menu, for: actor, in: intent.tenant, at: now)
      if actor.tenant != intent.tenant, StaffMenus.excludes(intent.event) {
        throw IAMError.denied(.outsideEntitlement, menu: MenuCode(unchecked: menu))
      }
      try reading.requireReach(reach, of: actor, in: intent.tenant)
      return actor
    }
  }

  /// How the gate sees the caller in one tenant: as staff only if it is staff. An operator of
  /// another tenant is an insider whom the tenant does not know, and so without any authority.
  func policyActor(in tenant: Int64) throws -> Actor {
    guard let actor = try acting() else { return .system }
    return actor.isStaff && actor.tenant != tenant ? .staff : .insider(actor.username)
  }
}
