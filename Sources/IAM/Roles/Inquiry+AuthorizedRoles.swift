public import Policy

extension Inquiry {
  /// The operators authorised for a role now: who holds it itself, to whom a group hands it down,
  /// and who has a role that includes it.
  ///
  /// - Returns: in order, those that the caller sees.
  /// - Throws: `notFound`, `notLoggedIn`, `denied`.
  /// - Complexity: O(operators who have the role).
  /// - Source: ANSI INCITS 359-2012, AuthorizedUsers.
  public func authorizedOperators(
    forRole name: Name, in tenant: TenantCode? = nil
  ) throws -> [Username] {
    let (actor, tenant) = try require("roles.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let id = try reading.roleID(name, in: tenant)
    let scope = PolicyScope(
      operators: try reading.holders(of: PolicyScope(roles: [id])).operators)
    guard let policy = try PolicyLoader.load(scope, of: tenant, from: reading) else { return [] }
    return try policy.operators.keys.sorted()
      .filter { policy.authorizedRoles(of: $0, at: now).contains(name) }
      .filter { try view.sees($0, reading) }
  }

  /// The roles an operator is authorised for now: its own, those its groups hand down, and all
  /// that these include.
  ///
  /// - Returns: in order.
  /// - Throws: `notFound`, also for an operator that the caller does not see; `denied`.
  /// - Source: ANSI INCITS 359-2012, AuthorizedRoles.
  public func authorizedRoles(
    of username: Username, in tenant: TenantCode? = nil
  ) throws -> [Name] {
    let subject = try reading.subject(
      username.text, in: tenant, askedBy: requireActing(), at: now)
    guard let id = subject.id,
      let policy = try PolicyLoader.load(
        PolicyScope(operators: [id]), of: subject.tenant, from: reading)
    else { throw IAMError.notFound(.operator, username.text) }
    return policy.authorizedRoles(of: username, at: now).sorted()
  }

  /// The roles active in the caller's session, without those that they include.
  ///
  /// - Returns: in order.
  /// - Throws: `notLoggedIn`, also without a session.
  /// - Source: ANSI INCITS 359-2012, SessionRoles.
  public func activeRoles() throws -> [Name] {
    let actor = try requireActing()
    guard actor.session != nil, let person = try reading.operatorRow(actor.id),
      let held = try reading.heldRoles(of: person, at: now)
    else { throw IAMError.notLoggedIn }
    return (actor.facts.activeRoles ?? held.names).sorted()
  }

  /// What the caller can do in its session: with the roles that are active in it.
  ///
  /// - Throws: `notLoggedIn`.
  /// - Source: ANSI INCITS 359-2012, SessionPermissions.
  public func sessionAbilities() throws -> [Ability] {
    let actor = try requireActing()
    let policy = try PolicyLoader.load(
      PolicyScope(operators: [actor.id]), of: actor.tenant, from: reading)
    return policy?.abilities(
      of: actor.username, at: now, activeRoles: actor.facts.activeRoles) ?? []
  }
}
