internal import Policy

/// Whom a question is about, as far as the caller may know.
struct Subject {
  /// The tenant whose policy answers.
  var tenant: Int64
  /// The operator; `nil` for one that does not exist or is not the caller's to see.
  var id: Int64?
  /// The operator's name; a placeholder where there is no operator.
  var username: Username
  /// What is known about the session that is asked about: that of the caller, if it asks about
  /// itself, else nothing.
  var facts: SessionFacts
}

extension ReadTransaction {
  /// Finds out whom a question is about.
  ///
  /// About oneself nothing is needed; about others `operators.read` over them. Who is not the
  /// caller's to see is not there, whether it exists or not.
  ///
  /// - Parameter tenant: the tenant that staff name; `nil` for wherever the operator is.
  /// - Throws: `denied` for a caller without `operators.read`; `notFound` for an unknown tenant.
  func subject(
    _ name: String, in tenant: TenantCode?, askedBy actor: ActingOperator, at now: Instant
  ) throws -> Subject {
    let username = Username(name)
    let found =
      if let username { try findOperator(username) } else { nil as (id: Int64, tenant: Int64)? }
    let place = try self.place(of: found, in: tenant, for: actor)
    if let found, found.id == actor.id, place == actor.tenant {
      return Subject(
        tenant: actor.tenant, id: actor.id, username: actor.username, facts: actor.facts)
    }
    try require("operators.read", for: actor, in: place, at: now)
    guard let username, let found, found.tenant == place,
      try OperatorView(of: actor, in: place, self).sees(username, self)
    else { return Subject(tenant: place, id: nil, username: Check.nobody, facts: SessionFacts()) }
    return Subject(tenant: place, id: found.id, username: username, facts: SessionFacts())
  }

  /// The tenant in which a question about an operator is asked.
  func place(
    of found: (id: Int64, tenant: Int64)?, in tenant: TenantCode?, for actor: ActingOperator
  ) throws -> Int64 {
    let named = try self.tenant(named: tenant, for: actor)
    return actor.isStaff && tenant == nil ? found?.tenant ?? named : named
  }
}
