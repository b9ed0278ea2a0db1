public import Policy

extension RBAC {
  /// CreateSession: `login --role`.
  ///
  /// Differs: the user proves itself with its password, whoever the actor is; without named roles
  /// all that it holds are active, but those that exclude each other.
  ///
  /// - Returns: the session's token, which stands for it in the other functions.
  public func createSession(
    of user: Username, password: Secret, roles: [Name]? = nil
  ) throws -> SessionToken {
    try registry.logIn(user.text, password: password, roles: roles?.map(\.text)).token
  }

  /// DeleteSession: `logout`.
  public func deleteSession(_ session: SessionToken) throws {
    try registry.change(as: .session(session)) { try $0.logOut() }
  }

  /// AddActiveRole: `session roles add`.
  ///
  /// Differs: only a role held itself or handed down by a group, not one that those include; a
  /// role that is active already stays so.
  public func addActiveRole(_ role: Name, in session: SessionToken) throws {
    _ = try registry.change(as: .session(session)) { try $0.addActiveRole(role.text) }
  }

  /// DropActiveRole: `session roles drop`.
  ///
  /// Differs: what the user holds beside its roles stays with the session.
  public func dropActiveRole(_ role: Name, in session: SessionToken) throws {
    _ = try registry.change(as: .session(session)) { try $0.dropActiveRole(role.text) }
  }

  /// CheckAccess: `check` about oneself.
  ///
  /// Differs: included roles count; so do what the user holds itself and by its groups, ceilings,
  /// the states of tenant, user and account, the hours, and what the session has proved.
  ///
  /// - Parameters:
  ///   - permission: the operation and its object.
  ///   - account: the trading account, for operations that need one.
  ///   - session: the session.
  public func checkAccess(
    _ permission: RBACPermission, account: AccountCode? = nil, in session: SessionToken
  ) throws -> Bool {
    try registry.inquire(as: .session(session)) { inquiry in
      let check = Check(
        operator: try inquiry.whoAmI().username.text, menu: permission.operation.text,
        product: permission.object?.text, account: account?.text)
      return try inquiry.check(check).isAllowed
    }
  }

  /// SessionRoles: the roles of `whoami`.
  ///
  /// Differs: included roles are not listed, though they count.
  public func sessionRoles(_ session: SessionToken) throws -> [Name] {
    try registry.inquire(as: .session(session)) { try $0.activeRoles() }
  }

  /// SessionPermissions: `can` about oneself, with the roles that are active.
  ///
  /// Differs: what the user holds beside its roles is there as well; ceilings have been applied.
  public func sessionPermissions(_ session: SessionToken) throws -> [RBACPermission] {
    RBACPermission.pairs(
      try registry.inquire(as: .session(session)) { try $0.sessionAbilities() }
        .map { ([$0.menu], $0.products) })
  }
}
