public import Policy

extension Change {
  /// Puts things into a group's pool and takes others out.
  ///
  /// - Throws: `conflict(.rootGroup)`, for the root's pool is everything; `notFound` for what is
  ///   unknown or not in the pool; `conflict(.coveredBy)`; `refused` naming what the group above
  ///   may not hand out.
  /// - Source: C4, C5.
  public func changePool(
    of name: Name, adding: PoolParts = PoolParts(), removing: PoolParts = PoolParts(),
    in tenant: TenantCode? = nil
  ) throws {
    try changeBounds("group.pool", of: name, in: tenant) { tenant, id in
      for named in try reading.things(of: adding.assignment, in: tenant) {
        try add(named.thing, toPool: id)
      }
      let menus = try reading.menus(inPool: id)
      let products = try reading.products(inPool: id)
      for named in try reading.things(of: removing.assignment, in: tenant) {
        if try remove(named.thing, fromPool: id) { continue }
        switch named.thing {
        case .menu(let code): try requireNamed(code, among: menus, .menu)
        case .product(let code): try requireNamed(code, among: products, .product)
        default: break
        }
        throw IAMError.absent(named.noun, named.name)
      }
      return Recorded(
        before: ["removed": removing.assignment.json], after: ["added": adding.assignment.json])
    }
  }

  /// Lets a group hand down roles, menu groups, product groups and accounts.
  ///
  /// - Throws: `notFound` naming what is unknown; `refused`.
  /// - Source: C4, C6.
  public func assign(
    _ assignment: Assignment, toGroup name: Name, validity: Validity = .always,
    in tenant: TenantCode? = nil
  ) throws {
    try changeContent("group.assign", of: name, in: tenant) { tenant, id in
      try validity.requireSense(at: now)
      try give(assignment, to: .group(id), validity: validity, in: tenant)
      return Recorded(after: ["given": assignment.json, "validity": validity.json ?? .null])
    }
  }

  /// Ends what a group hands down.
  ///
  /// - Throws: `notFound` for what is unknown or not handed down by the group itself.
  /// - Source: C4, C6.
  public func unassign(
    _ assignment: Assignment, fromGroup name: Name, in tenant: TenantCode? = nil
  ) throws {
    try changeContent("group.unassign", of: name, in: tenant) { tenant, id in
      try take(assignment, from: .group(id), in: tenant)
      return Recorded(before: ["taken": assignment.json])
    }
  }

  /// Makes an operator an administrator of a group and all below it.
  ///
  /// What it may do there is decided by the administrative menus it holds.
  ///
  /// - Throws: `notFound`, `refused`; `conflict(.state)` for one who has been offboarded.
  /// - Source: C4.
  public func appoint(
    _ username: Username, administering name: Name, in tenant: TenantCode? = nil
  ) throws {
    try changeAdministrators("group.appoint", of: name, in: tenant) { tenant, group in
      let id = try reading.operatorID(username, in: tenant)
      guard try reading.operatorRow(id)?.facts.state != .offboarded else {
        throw IAMError.conflict(
          .state(.operator, username.text, is: Operator.State.offboarded.rawValue))
      }
      try execute(
        "INSERT INTO group_administrator VALUES (?, ?) ON CONFLICT DO NOTHING", group, id)
      return Recorded(after: ["administrator": .string(username.text)])
    }
  }

  /// Ends an operator's administration of a group.
  ///
  /// - Throws: `notFound` where it is none; `refused`, also for the last one who can log in.
  /// - Source: C4.
  public func dismiss(
    _ username: Username, administering name: Name, in tenant: TenantCode? = nil
  ) throws {
    try changeAdministrators("group.dismiss", of: name, in: tenant) { tenant, group in
      let id = try reading.operatorID(username, in: tenant)
      let dismissed = try execute(
        "DELETE FROM group_administrator WHERE group_id = ? AND operator_id = ?", group, id)
      guard dismissed > 0 else { throw IAMError.notFound(.operator, username.text) }
      return Recorded(before: ["administrator": .string(username.text)])
    }
  }

  private func changeContent(
    _ event: String, of name: Name, in tenant: TenantCode?,
    _ body: (_ tenant: Int64, _ id: Int64) throws -> Recorded<Void>
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      event, in: tenant, on: name.text, need: .menu("groups.write", over: .group(name)))
    try perform(intent) { try body(tenant, reading.groupID(name, in: tenant)) }
  }

  private func changeAdministrators(
    _ event: String, of name: Name, in tenant: TenantCode?,
    _ body: (_ tenant: Int64, _ id: Int64) throws -> Recorded<Void>
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      event, in: tenant, on: name.text, need: .menu("groups.write", over: .above(name)))
    try perform(intent) { try body(tenant, reading.groupID(name, in: tenant)) }
  }

  private func add(_ thing: HoldingRow.Thing, toPool id: Int64) throws {
    switch thing {
    case .menu(let code):
      try execute("INSERT INTO pool_menu VALUES (?, ?) ON CONFLICT DO NOTHING", id, code.text)
    case .product(let code):
      try execute("INSERT INTO pool_product VALUES (?, ?) ON CONFLICT DO NOTHING", id, code.text)
    case .account(let account):
      try execute("INSERT INTO pool_account VALUES (?, ?) ON CONFLICT DO NOTHING", id, account)
    case .everyAccount:
      try execute("UPDATE user_group SET pool_has_every_account = 1 WHERE id = ?", id)
    case .menuGroup, .productGroup, .role:
      preconditionFailure("a pool holds menus, products and accounts")
    }
  }

  private func remove(_ thing: HoldingRow.Thing, fromPool id: Int64) throws -> Bool {
    switch thing {
    case .menu(let code):
      try execute("DELETE FROM pool_menu WHERE group_id = ? AND code = ?", id, code.text) > 0
    case .product(let code):
      try execute("DELETE FROM pool_product WHERE group_id = ? AND code = ?", id, code.text) > 0
    case .account(let account):
      try execute("DELETE FROM pool_account WHERE group_id = ? AND account_id = ?", id, account) > 0
    case .everyAccount:
      try execute(
        """
        UPDATE user_group SET pool_has_every_account = 0
        WHERE id = ? AND pool_has_every_account = 1
        """, id) > 0
    case .menuGroup, .productGroup, .role:
      preconditionFailure("a pool holds menus, products and accounts")
    }
  }
}
