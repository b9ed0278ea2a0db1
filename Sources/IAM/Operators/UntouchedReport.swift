public import Policy

/// How a tenant differs from one that its new administrator is the first to enter.
///
/// - Source: C3, C8.
public enum UntouchedDifference: Sendable, Hashable {
  /// A user group beside the one that is made with the tenant.
  case group(Name)
  /// The root group was made by somebody, not by ADMIN.
  case rootMadeBy(Username)
  /// An operator beside the caller.
  case user(Username)
  /// A role.
  case role(Name)
  /// Somebody has logged in as the caller before, at this time.
  case used(Instant)
}

extension Inquiry {
  /// What shows that somebody was here before the calling administrator: all of it, in the order
  /// of groups, users, roles and logins; empty when the account is untouched.
  ///
  /// The caller's present session counts as its first login.
  ///
  /// - Throws: `notLoggedIn`; `refused` for one who is not the master of its tenant.
  /// - Source: C3.
  public func untouchedDifferences() throws -> [UntouchedDifference] {
    let actor = try requireActing()
    progress.intent = Intent(
      "operator.verify-untouched", in: actor.tenant, on: actor.username.text, need: .ownSelf)
    let isMaster = try reading.exists(
      "SELECT 1 FROM operator WHERE id = ? AND is_master = 1", actor.id)
    guard isMaster else { throw IAMError.refused([.groupNotYours(.rootGroup)]) }
    let groups = try reading.all(
      """
      SELECT g.name, g.parent_id IS NULL, m.username FROM user_group g
      LEFT JOIN operator m ON m.id = g.made_by WHERE g.tenant_id = ? ORDER BY g.name
      """, actor.tenant
    ) { row -> UntouchedDifference? in
      guard try row.bool(1) else { return .group(try row.code(0, Name.init)) }
      return try row.textOrNil(2).flatMap { Username($0) }.map { .rootMadeBy($0) }
    }
    let users = try reading.all(
      "SELECT username FROM operator WHERE tenant_id = ? AND id <> ? ORDER BY username",
      actor.tenant, actor.id
    ) { UntouchedDifference.user(try $0.code(0, Username.init)) }
    let roles = try reading.all(
      "SELECT name FROM role WHERE tenant_id = ? ORDER BY name", actor.tenant
    ) { UntouchedDifference.role(try $0.code(0, Name.init)) }
    return try groups.compactMap { $0 } + users + roles + earlierLogin(of: actor)
  }

  private func earlierLogin(of actor: ActingOperator) throws -> [UntouchedDifference] {
    let first =
      try reading.first(
        "SELECT first_login_at FROM login_record WHERE operator_id = ?", actor.id
      ) { try $0.instantOrNil(0) } ?? nil
    let present = try actor.session.flatMap { session in
      try reading.first("SELECT created_at FROM session WHERE id = ?", session) {
        try $0.instant(0)
      }
    }
    return first.map { $0 == present ? [] : [.used($0)] } ?? []
  }
}
