internal import Policy

extension ReadTransaction {
  /// The roles active in a session: those chosen, or all that its operator holds.
  ///
  /// Dynamic separation of duty holds at every use of the session, also for a set that was made
  /// after the login: of roles that exclude each other none is active until one is chosen.
  ///
  /// - Returns: `nil` for all that the operator holds.
  /// - Source: ANSI INCITS 359-2012, 5.4.
  func activeRoles(
    in session: Int64, of operatorID: Int64, hasChosen: Bool, at now: Instant
  ) throws -> Set<Name>? {
    let chosen: Set<Name>? = hasChosen ? try chosenRoles(in: session) : nil
    guard let person = try operatorRow(operatorID) else { return chosen }
    let sets = try dynamicSeparations(of: person.tenant)
    guard !sets.isEmpty, let held = try heldRoles(of: person, at: now) else { return chosen }
    var active = chosen.map { held.names.intersection($0) } ?? held.names
    for set in sets {
      guard let excluded = set.violation(by: held.reached(from: active)) else { continue }
      active = active.filter { held.reached(from: [$0]).isDisjoint(with: excluded) }
    }
    return active
  }

  /// The roles that were chosen for a session.
  func chosenRoles(in session: Int64) throws -> Set<Name> {
    Set(
      try all(
        """
        SELECT r.name FROM session_role s JOIN role r ON r.id = s.role_id WHERE s.session_id = ?
        """, session
      ) { try $0.code(0, Name.init) })
  }

  /// The dynamic separation sets in force in a tenant.
  func dynamicSeparations(of tenant: Int64) throws -> [Separation] {
    let isThereAny = try exists(
      "SELECT 1 FROM separation WHERE tenant_id = ? AND kind = 'dynamic' AND mode = 'enforce'",
      tenant)
    guard isThereAny else { return [] }
    return try separations(of: tenant).filter { $0.kind == .dynamic && $0.mode == .enforce }
  }

  /// The roles that an operator holds now; `nil` when it is not there.
  func heldRoles(of person: OperatorRow, at now: Instant) throws -> HeldRoles? {
    let policy = try PolicyLoader.load(
      PolicyScope(operators: [person.id]), of: person.tenant, from: self)
    return policy.flatMap { HeldRoles(of: person.username, in: $0, at: now) }
  }
}

/// The roles that an operator holds at one instant: its own and those its groups hand down.
struct HeldRoles {
  /// Their names, without those that they include.
  let names: Set<Name>
  private let policy: TenantPolicy

  /// Reads them from a policy; `nil` when the operator is not in it.
  init?(of username: Username, in policy: TenantPolicy, at now: Instant) {
    guard let person = policy.operators[username] else { return nil }
    let groups = Set(person.joined.union([person.home]).flatMap(policy.lineage))
    let handed = groups.flatMap { policy.groups[$0]?.handsDown.roles ?? [] }
    names = Set(
      (person.holdings.roles + handed).filter { $0.validity.contains(now) }.map(\.value))
    self.policy = policy
  }

  /// Some roles and all that they include.
  func reached(from roles: Set<Name>) -> Set<Name> {
    Set(policy.inclusionPaths(from: roles).compactMap(\.last))
  }
}
