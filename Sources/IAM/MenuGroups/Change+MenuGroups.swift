public import Policy

extension Change {
  /// Makes a menu permission group (菜单权限组), empty or with the menus of a preset.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - preset: the code of a recommended group, such as `trader`; `nil` for none.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `conflict(.exists)`; `notFound` for an unknown preset; `refused` naming the menus
  ///   that lie wholly outside the entitlement.
  /// - Source: B2, B5, B6.
  public func createMenuGroup(
    _ name: Name, preset: String? = nil, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    try perform(definition("menu-group.create", name, in: tenant)) {
      guard try reading.menuGroupID(name, in: tenant) == nil else {
        throw IAMError.conflict(.exists(.menuGroup, name.text))
      }
      let menus = try preset.map(Seed.menus(ofPreset:)) ?? []
      let id = try nextID("menu-group")
      try execute("INSERT INTO menu_group VALUES (?, ?, ?)", id, tenant, name.text)
      for menu in menus { try execute("INSERT INTO menu_group_menu VALUES (?, ?)", id, menu) }
      return Recorded(after: ["menus": .array(menus.map { .string($0) })])
    }
  }

  /// Gives a menu permission group another name; what it grants and who holds it stay the same.
  ///
  /// - Throws: `conflict(.exists)`, `notFound`, `refused` when somebody out of reach holds it.
  /// - Source: B2.
  public func renameMenuGroup(_ name: Name, to new: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(definition("menu-group.rename", name, in: tenant)) {
      let id = try reading.requireMenuGroup(name, in: tenant)
      if let other = try reading.menuGroupID(new, in: tenant), other != id {
        throw IAMError.conflict(.exists(.menuGroup, new.text))
      }
      try execute("UPDATE menu_group SET name = ? WHERE id = ?", new.text, id)
      return Recorded(before: ["name": .string(name.text)], after: ["name": .string(new.text)])
    }
  }

  /// Removes a menu permission group that nobody holds.
  ///
  /// - Throws: `conflict(.inUse)` naming the operators whom the caller sees and the groups that
  ///   hold it; `notFound`.
  /// - Source: B2.
  public func deleteMenuGroup(_ name: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(definition("menu-group.delete", name, in: tenant)) {
      let id = try reading.requireMenuGroup(name, in: tenant)
      try requireUnused(
        .menuGroup, name, in: tenant, by: reading.holderNames(ofMenuGroup: id))
      let menus = try reading.menus(ofMenuGroup: id)
      try execute("DELETE FROM menu_group_menu WHERE menu_group_id = ?", id)
      try execute("DELETE FROM menu_group WHERE id = ?", id)
      return Recorded(before: ["menus": .array(menus.map { .string($0.text) })])
    }
  }

  /// Adds menus (权限分配), each with everything below it; those there already stay.
  ///
  /// - Throws: `notFound` naming the unknown ones; `refused`.
  /// - Source: B2.
  public func allow(
    _ menus: [MenuCode], inMenuGroup name: Name, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    try perform(definition("menu-group.allow", name, in: tenant)) {
      let id = try reading.requireMenuGroup(name, in: tenant)
      try reading.requireKnown(menus: menus)
      for menu in menus {
        try execute(
          "INSERT INTO menu_group_menu VALUES (?, ?) ON CONFLICT DO NOTHING", id, menu.text)
      }
      return Recorded(after: ["menus": .array(menus.map { .string($0.text) })])
    }
  }

  /// Takes menus out.
  ///
  /// - Throws: `notHeld` for one that is not there; `conflict(.coveredBy)` for one that is there
  ///   only through a node above it.
  /// - Source: B2.
  public func disallow(
    _ menus: [MenuCode], inMenuGroup name: Name, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    try perform(definition("menu-group.disallow", name, in: tenant)) {
      let id = try reading.requireMenuGroup(name, in: tenant)
      let held = try reading.menus(ofMenuGroup: id)
      for menu in menus {
        try requireNamed(menu, among: held, .menu)
        try execute(
          "DELETE FROM menu_group_menu WHERE menu_group_id = ? AND code = ?", id, menu.text)
      }
      return Recorded(before: ["menus": .array(menus.map { .string($0.text) })])
    }
  }

  private func definition(_ event: String, _ name: Name, in tenant: Int64) -> Intent {
    Intent(
      event, in: tenant, on: name.text, need: .menu("menu-groups.write", over: .definitions))
  }
}

extension Change {
  /// Refuses to take a node out of a set that does not name it.
  ///
  /// - Throws: `conflict(.coveredBy)` naming the node above it that is there, else `notHeld`.
  func requireNamed<Code: TreeCode>(_ code: Code, among held: [Code], _ noun: Noun) throws {
    guard !held.contains(code) else { return }
    if let above = held.first(where: { $0.covers(code) }) {
      throw IAMError.conflict(.coveredBy(noun, code.text, by: above.text))
    }
    throw IAMError.absent(noun, code.text)
  }
}

extension Seed {
  /// The menus of a recommended group.
  ///
  /// - Throws: `notFound`.
  static func menus(ofPreset code: String) throws -> [String] {
    guard let preset = presets.first(where: { $0.code == code }) else {
      throw IAMError.notFound(.preset, code)
    }
    return preset.menus
  }
}
