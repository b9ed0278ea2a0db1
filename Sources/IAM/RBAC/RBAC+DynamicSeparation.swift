public import Policy

extension RBAC {
  /// CreateDsdSet: `separation create --dynamic`.
  ///
  /// Differs: open sessions that violate it do not refuse it; they go on without those of its roles
  /// that exclude each other until one is chosen.
  public func createDsdSet(_ set: Name, roles: [Name], cardinality: Int) throws {
    let separation = Separation(
      name: set, kind: .dynamic, limit: cardinality, roles: Set(roles))
    try change { try $0.createSeparation(separation, in: tenant) }
  }

  /// DeleteDsdSet: `separation delete`.
  public func deleteDsdSet(_ set: Name) throws {
    try change { try $0.deleteSeparation(set, kind: .dynamic, in: tenant) }
  }

  /// AddDsdRoleMember: `separation add`.
  ///
  /// Differs: a role that is a member already stays so.
  public func addDsdRoleMember(_ role: Name, to set: Name) throws {
    try change { try $0.add(role, toSeparation: set, kind: .dynamic, in: tenant) }
  }

  /// DeleteDsdRoleMember: `separation remove`.
  public func deleteDsdRoleMember(_ role: Name, from set: Name) throws {
    try change { try $0.remove(role, fromSeparation: set, kind: .dynamic, in: tenant) }
  }

  /// SetDsdSetCardinality: `separation limit`.
  public func setDsdSetCardinality(_ cardinality: Int, of set: Name) throws {
    try change { try $0.setLimit(cardinality, ofSeparation: set, kind: .dynamic, in: tenant) }
  }

  /// DsdRoleSets: the dynamic sets of `separation list`.
  public func dsdRoleSets() throws -> [Name] {
    try separations(.dynamic).map(\.name)
  }

  /// DsdRoleSetRoles: the roles of one dynamic set.
  public func dsdRoleSetRoles(_ set: Name) throws -> [Name] {
    try separation(set, .dynamic).roles.sorted()
  }

  /// DsdRoleSetCardinality: the limit of one dynamic set.
  public func dsdRoleSetCardinality(_ set: Name) throws -> Int {
    try separation(set, .dynamic).limit
  }
}

extension RBAC {
  /// The separation sets of one kind, in the order of their names.
  func separations(_ kind: Separation.Kind) throws -> [Separation] {
    try ask { try $0.separations(in: tenant) }.filter { $0.kind == kind }
  }

  /// One separation set.
  ///
  /// - Throws: `notFound`.
  func separation(_ name: Name, _ kind: Separation.Kind) throws -> Separation {
    guard let set = try separations(kind).first(where: { $0.name == name }) else {
      throw IAMError.notFound(.separation, name.text)
    }
    return set
  }
}
