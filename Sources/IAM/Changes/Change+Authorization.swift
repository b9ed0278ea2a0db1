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
    case .menu(let menu, let aim):
      let actor = try requireActing()
      let isNowhere = intent.tenant == Self.nowhere
      // A denial is recorded where the caller is at home.
      if isNowhere { progress.intent?.tenant = actor.tenant }
      try reading.require(menu, for: actor, in: intent.tenant, at: now)
      if isNowhere, let missing = progress.missing { throw missing }
      if actor.tenant != intent.tenant, StaffMenus.excludes(intent.event) {
        throw IAMError.denied(.outsideEntitlement, menu: MenuCode(unchecked: menu))
      }
      try reading.requireReach(try reach(of: aim, in: intent.tenant), of: actor, in: intent.tenant)
      return actor
    }
  }

  /// What authority must reach for an operation.
  ///
  /// - Throws: `notFound` for what is not there.
  private func reach(of aim: Aim, in tenant: Int64) throws -> Reach {
    switch aim {
    case .tenant: .tenant
    case .wholeTenant: .wholeTenant
    case .definitions: .definitions
    case .group(let name): .group(try groupMeant(name, in: tenant))
    case .above(let name): .above(try reading.groupID(name, in: tenant))
    case .operator(let username), .owner(let username):
      .operator(try reading.operatorID(username, in: tenant))
    }
  }

  /// In the place of a tenant that staff name and that is not there.
  static var nowhere: Int64 { 0 }

  /// Looks up what says in which tenant an operation happens, before it can begin. That it is not
  /// there is told only to those who hold the menu: all others are denied, as for what is there.
  ///
  /// - Parameters:
  ///   - intent: the operation, in the caller's own tenant or ``nowhere``.
  ///   - find: looks up.
  /// - Throws: `denied`, `refused`; `notFound` as thrown by `find`.
  func find<Found>(before intent: Intent, _ find: () throws -> Found) throws -> Found {
    do {
      return try find()
    } catch IAMError.notFound(let noun, let name) {
      progress.intent = intent
      progress.missing = .notFound(noun, name)
      _ = try authorize(intent)
      throw IAMError.notFound(noun, name)
    }
  }

  /// How the gate sees the caller in one tenant: as staff only if it is staff. An operator of
  /// another tenant is an insider whom the tenant does not know, and so without any authority.
  func policyActor(in tenant: Int64) throws -> Actor {
    guard let actor = try acting() else { return .system }
    return actor.isStaff && actor.tenant != tenant ? .staff : .insider(actor.username)
  }
}
