public import Policy

extension RBAC {
  /// AddInheritance: `role grant ASCENDANT --role DESCENDANT`.
  ///
  /// Differs: a general hierarchy, at most 16 roles deep; each included role keeps its own
  /// rectangle.
  public func addInheritance(of descendant: Name, by ascendant: Name) throws {
    try change {
      try $0.grant(RoleParts(roles: [descendant]), toRole: ascendant, in: tenant)
    }
  }

  /// DeleteInheritance: `role revoke ASCENDANT --role DESCENDANT`.
  ///
  /// Differs: what was inherited through the pair is gone, where the standard keeps implied
  /// relations.
  public func deleteInheritance(of descendant: Name, by ascendant: Name) throws {
    try change {
      try $0.revoke(RoleParts(roles: [descendant]), fromRole: ascendant, in: tenant)
    }
  }

  /// AddAscendant: `role create` of the ascendant and `role grant` of the descendant to it, in one
  /// transaction.
  public func addAscendant(_ ascendant: Name, of descendant: Name) throws {
    try change { change in
      try change.createRole(ascendant, in: tenant)
      try change.grant(RoleParts(roles: [descendant]), toRole: ascendant, in: tenant)
    }
  }

  /// AddDescendant: `role create` of the descendant and `role grant` of it to the ascendant, in one
  /// transaction.
  public func addDescendant(_ descendant: Name, of ascendant: Name) throws {
    try change { change in
      try change.createRole(descendant, in: tenant)
      try change.grant(RoleParts(roles: [descendant]), toRole: ascendant, in: tenant)
    }
  }

  /// AuthorizedUsers: who holds the role itself, by a group, or by a role that includes it.
  ///
  /// Differs: only those that the actor may see.
  public func authorizedUsers(of role: Name) throws -> [Username] {
    try ask { try $0.authorizedOperators(forRole: role, in: tenant) }
  }

  /// AuthorizedRoles: the user's own roles, those its groups hand down, and all that they include.
  public func authorizedRoles(of user: Username) throws -> [Name] {
    try ask { try $0.authorizedRoles(of: user, in: tenant) }
  }
}
