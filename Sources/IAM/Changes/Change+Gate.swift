internal import Policy

extension Change {
  /// The end of every transaction: what it touched goes through the gate, tenant by tenant.
  ///
  /// - Parameter database: lends the last committed state to compare with.
  func finish(_ database: Database) throws {
    guard try reading.exists("SELECT 1 FROM touched WHERE kind > '' LIMIT 1") else { return }
    try database.read { before in
      let touched = try TouchedRows.collect(reading, before: before)
      for tenant in touched.tenants.sorted() {
        // Also a tenant that an operation elsewhere reached into has changed.
        try raiseRevision(of: tenant)
        try keepDutiesApart(touched, in: tenant, before: before)
        let violations = try judge(touched, in: tenant, before: before)
        if !violations.isEmpty { throw IAMError.refused(violations) }
      }
    }
    try forgetTouched()
  }

  /// Empties the notes of what was touched.
  func forgetTouched() throws {
    progress.isPerforming = true
    defer { progress.isPerforming = false }
    try execute("DELETE FROM touched")
  }

  private func judge(
    _ rows: TouchedRows, in tenant: Int64, before: borrowing ReadTransaction
  ) throws -> [Violation] {
    let actor = try policyActor(in: tenant)
    let separations = try reading.separations(of: tenant)
    var scope = rows.scope(in: tenant)
    scope.groupNames = try rows.renamedGroups(in: tenant, before: before, reading)
    let reaching = try isBounded(actor) ? scope : reachingRoles(scope, separations, before)
    let holders = try before.holders(of: reaching).union(reading.holders(of: reaching))
    scope.operators.formUnion(holders.operators)
    scope.groups.formUnion(holders.groups)
    scope.operators.formUnion(try rows.separationHolders(in: tenant, reading))
    let affected = scope.operators
    if let acting = try acting(), case .insider = actor { scope.operators.insert(acting.id) }
    scope.fellowAdministrators = true
    guard let after = try PolicyLoader.load(scope, of: tenant, from: reading) else { return [] }
    let old =
      try PolicyLoader.load(scope, of: tenant, from: before)
      ?? TenantPolicy(
        catalogue: after.catalogue, tenant: after.tenant, entitlement: after.entitlement)
    let issued = try rows.issued(in: tenant, before: before, reading)
    let names = try TouchedNames(
      scope, affected: affected, issued: issued, in: tenant, before, reading)
    let gate = Gate(
      before: old, after: after, actor: actor, touched: names.touched, separations: separations,
      now: now)
    return gate.violations()
  }

  /// What of that touched can change which roles somebody has, where a separation set asks for it:
  /// groups, and roles that include others than before. Whoever acts on the whole tenant needs no
  /// look at anybody else, so that editing a role costs nothing for each of its holders.
  private func reachingRoles(
    _ scope: PolicyScope, _ separations: [Separation], _ before: borrowing ReadTransaction
  ) throws -> PolicyScope {
    guard separations.contains(where: \.isInForce) else { return PolicyScope() }
    let roles = try scope.roles.filter { role in
      try Set(before.inclusions(ofRole: role)) != Set(reading.inclusions(ofRole: role))
    }
    return PolicyScope(groups: scope.groups, roles: roles)
  }

  /// Whether the caller acts on less than the whole tenant, so that every gain must be looked at.
  private func isBounded(_ actor: Actor) throws -> Bool {
    guard case .insider = actor, let acting = try acting() else { return false }
    return try reading.exists(
      "SELECT 1 FROM operator WHERE id = ? AND is_master = 0", acting.id)
  }
}
