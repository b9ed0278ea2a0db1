public import Policy

extension Change {
  /// Makes a role active in the caller's session; what was active stays so.
  ///
  /// - Throws: `notFound` for a role that the caller does not hold; `refused` when a dynamic
  ///   separation set excludes it beside those that are active.
  /// - Returns: the roles active from now on.
  /// - Source: ANSI INCITS 359-2012, AddActiveRole.
  public func addActiveRole(_ role: String) throws -> [Name] {
    try changeActiveRoles("session.add-role", role) { active, held in
      guard let name = Name(role), held.names.contains(name) else {
        throw IAMError.notFound(.role, role)
      }
      return active.union([name])
    }
  }

  /// Makes a role inactive in the caller's session.
  ///
  /// - Throws: `notFound` for a role that is not active.
  /// - Returns: the roles active from now on.
  /// - Source: ANSI INCITS 359-2012, DropActiveRole.
  public func dropActiveRole(_ role: String) throws -> [Name] {
    try changeActiveRoles("session.drop-role", role) { active, _ in
      guard let name = Name(role), active.contains(name) else {
        throw IAMError.notFound(.role, role)
      }
      return active.subtracting([name])
    }
  }

  private func changeActiveRoles(
    _ event: String, _ role: String, _ change: (Set<Name>, HeldRoles) throws -> Set<Name>
  ) throws -> [Name] {
    let actor = try requireActing()
    guard let session = actor.session, let person = try reading.operatorRow(actor.id),
      let held = try reading.heldRoles(of: person, at: now)
    else { throw IAMError.notLoggedIn }
    let active = actor.facts.activeRoles ?? held.names
    return try record(Intent(event, in: actor.tenant, on: role, need: .ownSelf)) {
      let new = try change(active, held)
      try requireTogether(new, of: person, held)
      try activate(new, in: session, of: person)
      return Attempt(answer: new.sorted(), actor: actor)
    }
  }

  /// The roles named by somebody who logs in.
  ///
  /// - Throws: `notFound` for a role that the operator does not hold; `refused` when a dynamic
  ///   separation set excludes one beside the others.
  func choice(of roles: [String], by person: OperatorRow) throws -> Set<Name> {
    guard let held = try reading.heldRoles(of: person, at: now) else { return [] }
    let names = try roles.map { role in
      guard let name = Name(role), held.names.contains(name) else {
        throw IAMError.notFound(.role, role)
      }
      return name
    }
    try requireTogether(Set(names), of: person, held)
    return Set(names)
  }

  /// No set of a dynamic separation excludes these roles beside each other.
  private func requireTogether(
    _ active: Set<Name>, of person: OperatorRow, _ held: HeldRoles
  ) throws {
    for set in try reading.dynamicSeparations(of: person.tenant) {
      if let together = set.violation(by: held.reached(from: active)) {
        throw IAMError.refused([
          .separation(name: set.name, person.username, roles: together)
        ])
      }
    }
  }

  /// Makes just these roles active in a session. Part of an operation.
  func activate(_ active: Set<Name>, in session: Int64, of person: OperatorRow) throws {
    try execute("UPDATE session SET has_chosen_roles = 1 WHERE id = ?", session)
    try execute("DELETE FROM session_role WHERE session_id = ?", session)
    for name in active.sorted() {
      try execute(
        """
        INSERT INTO session_role SELECT ?, id FROM role WHERE tenant_id = ? AND name = ?
        """, session, person.tenant, name.text)
    }
  }
}
