internal import Policy

/// Brings the rows of a tenant from one configuration to another, changing only what differs.
///
/// First everything new is made, empty; then contents are set; last what goes is removed, when
/// nothing names it any more. What the gate says does not depend on this order: it compares the
/// two ends.
struct ConfigurationWriter {
  let tenant: Int64
  let old: TenantConfiguration
  let new: TenantConfiguration
  var ids: ConfigurationIDs

  /// Writes the difference. Part of an operation.
  ///
  /// - Complexity: O(rows that differ + size of both configurations).
  mutating func write(_ change: borrowing Change) throws {
    try makeSets(change)
    try makePeople(change)
    try setContents(change)
    try remove(change)
  }

  // MARK: Making

  private mutating func makeSets(_ change: borrowing Change) throws {
    for name in new.menuGroups.keys.sorted() where old.menuGroups[name] == nil {
      let id = try change.nextID(Noun.menuGroup.rawValue)
      try change.execute("INSERT INTO menu_group VALUES (?, ?, ?)", id, tenant, name.text)
      ids.menuGroups[name] = id
    }
    for name in new.productGroups.keys.sorted() where old.productGroups[name] == nil {
      let id = try change.nextID(Noun.productGroup.rawValue)
      try change.execute("INSERT INTO product_group VALUES (?, ?, ?)", id, tenant, name.text)
      ids.productGroups[name] = id
    }
    for name in new.roles.keys.sorted() where old.roles[name] == nil {
      let id = try change.nextID(Noun.role.rawValue)
      try change.execute(
        "INSERT INTO role (id, tenant_id, name) VALUES (?, ?, ?)", id, tenant, name.text)
      ids.roles[name] = id
    }
    for (name, set) in new.separations.sorted(by: { $0.key < $1.key })
    where old.separations[name] == nil {
      let id = try change.nextID(Noun.separation.rawValue)
      try change.execute(
        "INSERT INTO separation VALUES (?, ?, ?, ?, ?, ?)", id, tenant, name.text,
        set.kind.rawValue, set.mode.rawValue, set.limit)
      ids.separations[name] = id
    }
  }

  /// New groups begin below the root, so that any order of making them will do.
  private mutating func makePeople(_ change: borrowing Change) throws {
    let root = try change.reading.rootGroup(of: tenant)
    let actor = try change.acting()?.id
    for name in new.groups.keys.sorted() where old.groups[name] == nil {
      let id = try change.nextID(Noun.group.rawValue)
      try change.execute(
        """
        INSERT INTO user_group (id, tenant_id, name, parent_id, made_by, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """, id, tenant, name.text, root, actor, change.now.milliseconds)
      ids.groups[name] = id
    }
    for (username, person) in new.operators.sorted(by: { $0.key < $1.key })
    where old.operators[username] == nil {
      let home = try ConfigurationIDs.known(person.group, in: ids.groups)
      ids.operators[username] = try change.insertOperator(
        NewOperator(
          username: username, name: person.name, tenant: tenant, home: home, state: person.state,
          createdBy: actor))
    }
  }

  // MARK: Contents

  private func setContents(_ change: borrowing Change) throws {
    for (name, menus) in new.menuGroups.sorted(by: { $0.key < $1.key }) {
      let id = try ConfigurationIDs.known(name, in: ids.menuGroups)
      try change.update(
        .menuGroupMenus, of: id, from: (old.menuGroups[name] ?? []).texts, to: menus.texts)
    }
    for (name, products) in new.productGroups.sorted(by: { $0.key < $1.key }) {
      let id = try ConfigurationIDs.known(name, in: ids.productGroups)
      try change.update(
        .productGroupProducts, of: id, from: (old.productGroups[name] ?? []).texts,
        to: products.texts)
    }
    for (name, role) in new.roles.sorted(by: { $0.key < $1.key }) where old.roles[name] != role {
      try set(role, insteadOf: old.roles[name] ?? ConfiguredRole(), named: name, change)
    }
    for (name, group) in new.groups.sorted(by: { $0.key < $1.key })
    where old.groups[name] != group {
      try set(group, insteadOf: old.groups[name], named: name, change)
    }
    for (username, person) in new.operators.sorted(by: { $0.key < $1.key })
    where old.operators[username] != person {
      try set(person, insteadOf: old.operators[username], named: username, change)
    }
    for (name, set) in new.separations.sorted(by: { $0.key < $1.key })
    where old.separations[name] != set {
      try write(set, insteadOf: old.separations[name], change)
    }
  }

  private func set(
    _ role: ConfiguredRole, insteadOf former: ConfiguredRole, named name: Name,
    _ change: borrowing Change
  ) throws {
    let id = try ConfigurationIDs.known(name, in: ids.roles)
    try change.update(.roleMenus, of: id, from: former.menus.texts, to: role.menus.texts)
    try change.update(
      .roleProducts, of: id, from: former.products.texts, to: role.products.texts)
    try change.update(
      .roleInclusions, of: id, from: try roleIDs(former.roles), to: try roleIDs(role.roles))
    guard role.accounts != former.accounts else { return }
    try change.execute("DELETE FROM role_account WHERE role_id = ?", id)
    try change.update(.roleAccounts, of: id, from: [], to: try accountIDs(role.accounts))
    try change.execute(
      "UPDATE role SET has_every_account = ? WHERE id = ?", role.accounts == .every, id)
  }

  private func write(
    _ set: Separation, insteadOf former: Separation?, _ change: borrowing Change
  ) throws {
    let id = try ConfigurationIDs.known(set.name, in: ids.separations)
    if former != nil {
      try change.execute(
        "UPDATE separation SET kind = ?, mode = ?, role_limit = ? WHERE id = ?",
        set.kind.rawValue, set.mode.rawValue, set.limit, id)
    }
    try change.update(
      .separationRoles, of: id, from: try roleIDs(former?.roles ?? []),
      to: try roleIDs(set.roles))
  }

  // MARK: Ids

  func roleIDs(_ names: Set<Name>) throws -> Set<Int64> {
    Set(try names.map { try ConfigurationIDs.known($0, in: ids.roles) })
  }

  /// The ids of accounts named; none for every account, which is a mark of its own.
  func accountIDs(_ accounts: AccountSet) throws -> Set<Int64> {
    guard case .some(let codes) = accounts else { return [] }
    return Set(try codes.map { try ConfigurationIDs.known($0, in: ids.accounts) })
  }
}

extension Set where Element: TreeCode {
  /// The texts of the codes.
  var texts: Set<String> { Set<String>(map(\.text)) }
}
