public import Policy

extension RBAC {
  /// AddUser: `operator create`, with a one-time password that is answered once.
  ///
  /// Differs: the user has no session and can do nothing until it has changed that password.
  public func addUser(_ user: Username, name: PersonName) throws -> String {
    let password = try registry.drawPassword()
    return try change { change in
      _ = try change.createOperator(
        OperatorDraft(username: user, name: name), password: password, in: tenant)
      return password.text
    }
  }

  /// DeleteUser: `operator offboard`.
  ///
  /// Differs: the user stays on record as one who has left, and its name is never given out again.
  public func deleteUser(_ user: Username, reason: String) throws {
    _ = try change { try $0.offboard(user.text, reason: reason, in: tenant) }
  }

  /// AddRole: `role create`.
  public func addRole(_ role: Name) throws {
    try change { try $0.createRole(role, in: tenant) }
  }

  /// DeleteRole: `role delete`.
  ///
  /// Differs: refused, naming them, while operators, groups, roles or separation sets depend on it,
  /// where the standard ends their sessions and assignments.
  public func deleteRole(_ role: Name) throws {
    try change { try $0.deleteRole(role, in: tenant) }
  }

  /// AssignUser: `operator assign --role`.
  ///
  /// Differs: a role that is assigned already stays so, and what the role permits must lie inside
  /// what the actor may hand out.
  public func assignUser(_ user: Username, to role: Name) throws {
    try change { try $0.assign(Assignment(roles: [role]), to: user, in: tenant) }
  }

  /// DeassignUser: `operator unassign --role`.
  ///
  /// Differs: open sessions go on without the role, where the standard may end them.
  public func deassignUser(_ user: Username, from role: Name) throws {
    try change { try $0.unassign(Assignment(roles: [role]), from: user, in: tenant) }
  }

  /// GrantPermission: `role grant --menu --product`.
  ///
  /// Differs: a role is one rectangle: each of its operations on each of its objects. Pairs that
  /// are to stay apart go into roles of their own, included by another.
  public func grantPermission(_ permission: RBACPermission, to role: Name) throws {
    try change { try $0.grant(RoleParts(permission), toRole: role, in: tenant) }
  }

  /// RevokePermission: `role revoke --menu --product`.
  ///
  /// Differs: the operation goes with all objects of the role, the object with all its operations.
  public func revokePermission(_ permission: RBACPermission, from role: Name) throws {
    try change { try $0.revoke(RoleParts(permission), fromRole: role, in: tenant) }
  }

  /// AssignedUsers: the operators of `role show`.
  ///
  /// Differs: only those that the actor may see; groups that hand the role down are no users.
  public func assignedUsers(of role: Name) throws -> [Username] {
    try ask { try $0.role(role, in: tenant) }.holders.compactMap { holder in
      if case .operator(let username) = holder { username } else { nil }
    }
  }

  /// AssignedRoles: the roles that `operator show` lists as the operator's own.
  public func assignedRoles(of user: Username) throws -> [Name] {
    try ask { try $0.operatorDetails(user, in: tenant) }.holdings
      .filter { $0.noun == .role && $0.through == nil }.compactMap { Name($0.name) }
  }
}

extension RoleParts {
  fileprivate init(_ permission: RBACPermission) {
    self.init(
      menus: [permission.operation], products: permission.object.map { [$0] } ?? [])
  }
}
