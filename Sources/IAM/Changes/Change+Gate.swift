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
    if separations.isEmpty ? try isBounded(actor) : true {
      let holders = try before.holders(of: scope).union(reading.holders(of: scope))
      scope.operators.formUnion(holders.operators)
      scope.groups.formUnion(holders.groups)
    }
    scope.operators.formUnion(try rows.separationHolders(in: tenant, reading))
    let affected = scope.operators
    if let acting = try acting(), case .insider = actor { scope.operators.insert(acting.id) }
    scope.fellowAdministrators = true
    guard let after = try PolicyLoader.load(scope, of: tenant, from: reading) else { return [] }
    let old =
      try PolicyLoader.load(scope, of: tenant, from: before)
      ?? TenantPolicy(
        catalogue: after.catalogue, tenant: after.tenant, entitlement: after.entitlement)
    let names = try TouchedNames(scope, affected: affected, in: tenant, before, reading)
    let gate = Gate(
      before: old, after: after, actor: actor, touched: names.touched, separations: separations,
      now: now)
    return gate.violations()
  }

  /// Whether the caller acts on less than the whole tenant, so that every gain must be looked at.
  private func isBounded(_ actor: Actor) throws -> Bool {
    guard case .insider = actor, let acting = try acting() else { return false }
    return try reading.exists(
      "SELECT 1 FROM operator WHERE id = ? AND is_master = 0", acting.id)
  }
}
