public import Policy

extension RBAC {
  /// CreateSsdSet: `separation create --static`.
  ///
  /// Differs: counted over direct, group and inherited assignment, now and at every later instant.
  public func createSsdSet(_ set: Name, roles: [Name], cardinality: Int) throws {
    let separation = Separation(
      name: set, kind: .static, limit: cardinality, roles: Set(roles))
    try change { try $0.createSeparation(separation, in: tenant) }
  }

  /// DeleteSsdSet: `separation delete`.
  public func deleteSsdSet(_ set: Name) throws {
    try change { try $0.deleteSeparation(set, kind: .static, in: tenant) }
  }

  /// AddSsdRoleMember: `separation add`.
  ///
  /// Differs: a role that is a member already stays so.
  public func addSsdRoleMember(_ role: Name, to set: Name) throws {
    try change { try $0.add(role, toSeparation: set, kind: .static, in: tenant) }
  }

  /// DeleteSsdRoleMember: `separation remove`.
  public func deleteSsdRoleMember(_ role: Name, from set: Name) throws {
    try change { try $0.remove(role, fromSeparation: set, kind: .static, in: tenant) }
  }

  /// SetSsdSetCardinality: `separation limit`.
  public func setSsdSetCardinality(_ cardinality: Int, of set: Name) throws {
    try change { try $0.setLimit(cardinality, ofSeparation: set, kind: .static, in: tenant) }
  }

  /// SsdRoleSets: the static sets of `separation list`.
  public func ssdRoleSets() throws -> [Name] {
    try separations(.static).map(\.name)
  }

  /// SsdRoleSetRoles: the roles of one static set.
  public func ssdRoleSetRoles(_ set: Name) throws -> [Name] {
    try separation(set, .static).roles.sorted()
  }

  /// SsdRoleSetCardinality: the limit of one static set.
  public func ssdRoleSetCardinality(_ set: Name) throws -> Int {
    try separation(set, .static).limit
  }
}
