public import Policy

extension Change {
  /// Gives menu groups, product groups, accounts, roles, single menus and products to an operator.
  ///
  /// What it holds already is kept, with the validity given now.
  ///
  /// - Parameters:
  ///   - assignment: what; at least one thing.
  ///   - username: whom it is about.
  ///   - validity: when it holds; its end lies in the future.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound` naming what is unknown; `refused` naming what is outside.
  /// - Source: B4, C5, C6, C7.
  public func assign(
    _ assignment: Assignment, to username: Username, validity: Validity = .always,
    in tenant: TenantCode? = nil
  ) throws {
    try grant("operator.assign", to: username, in: tenant) { tenant, id in
      try validity.requireSense(at: now)
      try give(assignment, to: .operator(id), validity: validity, in: tenant)
      return Recorded(
        after: ["given": assignment.json, "validity": validity.json ?? .null])
    }
  }

  /// Takes away what was given to an operator itself.
  ///
  /// - Throws: `notFound` for what is unknown, `absent` for what the operator does not hold itself.
  /// - Source: B4.
  public func unassign(
    _ assignment: Assignment, from username: Username, in tenant: TenantCode? = nil
  ) throws {
    try grant("operator.unassign", to: username, in: tenant) { tenant, id in
      try take(assignment, from: .operator(id), in: tenant)
      return Recorded(before: ["taken": assignment.json])
    }
  }

  /// Moves an operator to another home group; what it holds itself comes with it, cut by the
  /// ceiling of the new one.
  ///
  /// - Throws: `refused` when the actor does not administer both groups.
  /// - Source: C5.
  public func moveOperator(
    _ username: Username, to group: Name, in tenant: TenantCode? = nil
  ) throws {
    try grant("operator.move", to: username, in: tenant) { tenant, id in
      let home = try reading.groupID(group, in: tenant)
      let former = try reading.homeGroup(ofOperator: id)
      try execute("UPDATE operator SET home_group_id = ? WHERE id = ?", home, id)
      try execute(
        "DELETE FROM operator_group WHERE operator_id = ? AND group_id = ?", id, home)
      return Recorded(
        before: ["group": .string(former.text)], after: ["group": .string(group.text)])
    }
  }

  /// Lets an operator join a further group; nothing happens where it is a member already.
  ///
  /// - Source: C4, C5.
  public func joinGroup(
    _ username: Username, _ group: Name, in tenant: TenantCode? = nil
  ) throws {
    try grant("operator.join", to: username, in: tenant) { tenant, id in
      let groupID = try reading.groupID(group, in: tenant)
      if try reading.homeGroup(ofOperator: id) != group {
        try execute(
          "INSERT INTO operator_group VALUES (?, ?) ON CONFLICT DO NOTHING", id, groupID)
      }
      return Recorded(after: ["group": .string(group.text)])
    }
  }

  /// Lets an operator leave a group that it has joined.
  ///
  /// - Throws: `conflict(.homeGroup)` for its home group; `notFound` where it is no member.
  public func leaveGroup(
    _ username: Username, _ group: Name, in tenant: TenantCode? = nil
  ) throws {
    try grant("operator.leave", to: username, in: tenant) { tenant, id in
      let groupID = try reading.groupID(group, in: tenant)
      guard try reading.homeGroup(ofOperator: id) != group else {
        throw IAMError.conflict(.homeGroup(group.text))
      }
      let left = try execute(
        "DELETE FROM operator_group WHERE operator_id = ? AND group_id = ?", id, groupID)
      guard left > 0 else { throw IAMError.notFound(.group, group.text) }
      return Recorded(before: ["group": .string(group.text)])
    }
  }

  /// One operation on what an operator holds or belongs to.
  private func grant(
    _ event: String, to username: Username, in tenant: TenantCode?,
    _ body: (_ tenant: Int64, _ id: Int64) throws -> Recorded<Void>
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      event, in: tenant, on: username.text,
      need: .menu("operators.grant", over: .operator(username)))
    try perform(intent) {
      let id = try reading.operatorID(username, in: tenant)
      guard try reading.operatorRow(id)?.facts.state != .offboarded else {
        throw IAMError.conflict(
          .state(.operator, username.text, is: Operator.State.offboarded.rawValue))
      }
      return try body(tenant, id)
    }
  }
}

extension ReadTransaction {
  /// The name of an operator's home group.
  func homeGroup(ofOperator id: Int64) throws -> Name {
    let name = try first(
      "SELECT g.name FROM operator o JOIN user_group g ON g.id = o.home_group_id WHERE o.id = ?",
      id
    ) { try $0.code(0, Name.init) }
    guard let name else { throw DatabaseError(.integrity, "an operator has no home group") }
    return name
  }
}
