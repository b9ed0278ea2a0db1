public import Policy

/// Somebody who holds, or has active in one session, too many roles of a separation set.
public struct SeparationViolation: Sendable, Hashable {
  /// The set.
  public var separation: Name
  /// Whether it counts roles held or roles active.
  public var kind: Separation.Kind
  /// Whether it refuses or only records.
  public var mode: Separation.Mode
  /// Who.
  public var username: Username
  /// The session it happens in; `nil` for a static set.
  public var session: Int64?
  /// The roles, in order.
  public var roles: [Name]
}

extension Inquiry {
  /// The separation sets of a tenant, in the order of their names.
  ///
  /// - Throws: `notLoggedIn`, `denied`, `notFound`.
  public func separations(in tenant: TenantCode? = nil) throws -> [Separation] {
    try reading.separations(of: require("separation.read", in: tenant).tenant)
  }

  /// All present violations of the separation sets of a tenant: of static ones by the roles held
  /// now, of dynamic ones by the roles active in open sessions.
  ///
  /// - Returns: in the order of the sets and usernames; those of operators that the caller sees.
  /// - Complexity: O(holders of the roles).
  public func separationViolations(
    in tenant: TenantCode? = nil
  ) throws -> [SeparationViolation] {
    let (actor, tenant) = try require("separation.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let sets = try reading.separations(of: tenant)
    let roles = try reading.all(
      """
      SELECT DISTINCT m.role_id FROM separation s JOIN separation_role m ON m.separation_id = s.id
      WHERE s.tenant_id = ?
      """, tenant
    ) { try $0.int(0) }
    let holders = try reading.holders(of: PolicyScope(roles: Set(roles))).operators
    let scope = PolicyScope(operators: holders)
    guard let policy = try PolicyLoader.load(scope, of: tenant, from: reading) else { return [] }
    let sessions = try reading.activeRoles(ofSessionsIn: tenant, at: now, in: policy)
    let found = sets.flatMap { set in
      switch set.kind {
      case .static:
        policy.operators.keys.sorted().compactMap { username in
          set.violation(by: policy.authorizedRoles(of: username, at: now)).map {
            SeparationViolation(set, username, session: nil, roles: $0)
          }
        }
      case .dynamic:
        sessions.compactMap { session in
          set.violation(by: session.roles).map {
            SeparationViolation(set, session.username, session: session.id, roles: $0)
          }
        }
      }
    }
    return try found.filter { try view.sees($0.username, reading) }
  }
}

extension SeparationViolation {
  fileprivate init(_ set: Separation, _ username: Username, session: Int64?, roles: [Name]) {
    self.init(
      separation: set.name, kind: set.kind, mode: set.mode, username: username, session: session,
      roles: roles)
  }
}

extension ReadTransaction {
  /// The roles active in each open session of some operators, in the order of usernames and ids.
  fileprivate func activeRoles(
    ofSessionsIn tenant: Int64, at now: Instant, in policy: TenantPolicy
  ) throws -> [(id: Int64, username: Username, roles: Set<Name>)] {
    let rows = try all(
      """
      SELECT s.id, o.username, s.has_chosen_roles FROM operator o
      JOIN session s ON s.operator_id = o.id
      WHERE o.tenant_id = ?1 AND s.ended_at IS NULL AND s.expires_at > ?2
        AND s.last_seen_at + s.idle_limit > ?2
      ORDER BY o.username, s.id
      """, tenant, now.milliseconds
    ) { (id: try $0.int(0), username: try $0.code(1, Username.init), isChosen: try $0.bool(2)) }
    return try rows.map { row in
      let held = policy.authorizedRoles(of: row.username, at: now)
      guard row.isChosen else { return (row.id, row.username, held) }
      let chosen = try all(
        """
        SELECT r.name FROM session_role s JOIN role r ON r.id = s.role_id WHERE s.session_id = ?
        """, row.id
      ) { try $0.code(0, Name.init) }
      let paths = policy.inclusionPaths(from: held.intersection(chosen))
      return (row.id, row.username, Set(paths.compactMap(\.last)))
    }
  }
}
