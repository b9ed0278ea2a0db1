internal import Policy

extension ConfigurationWriter {
  // MARK: User groups

  /// Brings a group's place, pool, what it hands down and its administrators to what is wanted.
  func set(
    _ group: ConfiguredGroup, insteadOf former: ConfiguredGroup?, named name: Name,
    _ change: borrowing Change
  ) throws {
    let id = try ConfigurationIDs.known(name, in: ids.groups)
    if let parent = group.parent, parent != former?.parent ?? .rootGroup {
      try change.execute(
        "UPDATE user_group SET parent_id = ? WHERE id = ?",
        try ConfigurationIDs.known(parent, in: ids.groups), id)
    }
    let formerPool = former.map(\.pool) ?? ConfiguredPool()
    if group.pool != formerPool {
      try set(group.pool, insteadOf: formerPool, of: id, change)
    }
    try set(
      group.holdings, insteadOf: former?.holdings ?? [], of: HoldingOwner(group: id), change)
    try change.update(
      .administrators, of: id, from: try operatorIDs(former?.administrators ?? []),
      to: try operatorIDs(group.administrators))
  }

  private func set(
    _ pool: ConfiguredPool?, insteadOf former: ConfiguredPool?, of id: Int64,
    _ change: borrowing Change
  ) throws {
    let old = former ?? ConfiguredPool()
    let new = pool ?? ConfiguredPool()
    try change.update(.poolMenus, of: id, from: old.menus.texts, to: new.menus.texts)
    try change.update(.poolProducts, of: id, from: old.products.texts, to: new.products.texts)
    try change.execute("DELETE FROM pool_account WHERE group_id = ?", id)
    try change.update(.poolAccounts, of: id, from: [], to: try accountIDs(new.accounts))
    try change.execute(
      "UPDATE user_group SET pool_is_everything = ?, pool_has_every_account = ? WHERE id = ?",
      pool == nil, new.accounts == .every, id)
  }

  // MARK: Operators

  /// Brings an operator's name, place, state and what it holds to what is wanted.
  func set(
    _ person: ConfiguredOperator, insteadOf former: ConfiguredOperator?, named username: Username,
    _ change: borrowing Change
  ) throws {
    let id = try ConfigurationIDs.known(username, in: ids.operators)
    if let former {
      if person.name != former.name {
        try change.execute("UPDATE operator SET name = ? WHERE id = ?", person.name, id)
      }
      if person.group != former.group {
        try change.execute(
          "UPDATE operator SET home_group_id = ? WHERE id = ?",
          try ConfigurationIDs.known(person.group, in: ids.groups), id)
      }
      if person.state != former.state { try setState(person.state, of: id, change) }
    } else if person.state == .offboarded {
      try change.execute(
        "UPDATE operator SET offboarded_at = ? WHERE id = ?", change.now.milliseconds, id)
    }
    try change.update(
      .joinedGroups, of: id, from: try groupIDs(former?.groups ?? []),
      to: try groupIDs(person.groups))
    try set(
      person.holdings, insteadOf: former?.holdings ?? [], of: HoldingOwner(operator: id), change)
  }

  /// A suspension ends the operator's sessions at once.
  private func setState(
    _ state: Operator.State, of id: Int64, _ change: borrowing Change
  ) throws {
    try change.execute(
      "UPDATE operator SET state = ?, state_reason = NULL WHERE id = ?", state.rawValue, id)
    guard state == .suspended else { return }
    try change.execute(
      """
      UPDATE session SET ended_at = ?, end_reason = 'suspended'
      WHERE operator_id = ? AND ended_at IS NULL
      """, change.now.milliseconds, id)
  }

  // MARK: Things held

  private func set(
    _ holdings: Set<Holding>, insteadOf former: Set<Holding>, of owner: HoldingOwner,
    _ change: borrowing Change
  ) throws {
    for holding in former.subtracting(holdings) {
      try change.delete(try row(of: holding), of: owner)
    }
    let arriving = holdings.subtracting(former)
    guard !arriving.isEmpty else { return }
    let rows = try arriving.map(row).sorted { $0.order < $1.order }
    var id = try change.reserveIDs("holding", count: rows.count)
    for row in rows {
      try change.insert(row, id: id, of: owner)
      id += 1
    }
  }

  private func row(of holding: Holding) throws -> HoldingColumns {
    var columns = HoldingColumns(validity: holding.validity)
    switch holding.thing {
    case .menu(let code): columns.menu = code.text
    case .product(let code): columns.product = code.text
    case .account(let code):
      columns.account = try ConfigurationIDs.known(code, in: ids.accounts)
    case .everyAccount: columns.everyAccount = 1
    case .menuGroup(let name):
      columns.menuGroup = try ConfigurationIDs.known(name, in: ids.menuGroups)
    case .productGroup(let name):
      columns.productGroup = try ConfigurationIDs.known(name, in: ids.productGroups)
    case .role(let name): columns.role = try ConfigurationIDs.known(name, in: ids.roles)
    }
    return columns
  }

  private func operatorIDs(_ usernames: Set<Username>) throws -> Set<Int64> {
    Set(try usernames.map { try ConfigurationIDs.known($0, in: ids.operators) })
  }

  private func groupIDs(_ names: Set<Name>) throws -> Set<Int64> {
    Set(try names.map { try ConfigurationIDs.known($0, in: ids.groups) })
  }
}
