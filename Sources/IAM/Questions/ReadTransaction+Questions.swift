internal import Policy

extension ReadTransaction {
  /// Answers one question for a caller.
  func answer(
    _ check: Check, in tenant: TenantCode?, askedBy actor: ActingOperator, at now: Instant
  ) throws -> Decision {
    let (policy, request) = try question(check, in: tenant, askedBy: actor, at: now)
    return policy.decide(request)
  }

  /// Answers one question for a caller and tells everything that was looked at.
  func explain(
    _ check: Check, in tenant: TenantCode?, askedBy actor: ActingOperator, at now: Instant
  ) throws -> Explanation {
    let (policy, request) = try question(check, in: tenant, askedBy: actor, at: now)
    return policy.explain(request)
  }

  /// What an operator can do, an action a row; about oneself, with the roles active in the session.
  ///
  /// - Throws: `notFound` for an operator who is not there, or not the caller's to see.
  func abilities(
    of name: String, in tenant: TenantCode?, askedBy actor: ActingOperator, at now: Instant
  ) throws -> [Ability] {
    let subject = try subject(name, in: tenant, askedBy: actor, at: now)
    guard let id = subject.id,
      let policy = try PolicyLoader.load(
        PolicyScope(operators: [id]), of: subject.tenant, from: self)
    else { throw IAMError.notFound(.operator, name) }
    return policy.abilities(
      of: subject.username, at: now, activeRoles: subject.facts.activeRoles)
  }

  private func question(
    _ check: Check, in tenant: TenantCode?, askedBy actor: ActingOperator, at now: Instant
  ) throws -> (TenantPolicy, Request) {
    let subject = try subject(check.operator, in: tenant, askedBy: actor, at: now)
    var scope = PolicyScope()
    if let id = subject.id { scope.operators.insert(id) }
    guard let policy = try PolicyLoader.load(scope, of: subject.tenant, from: self) else {
      throw IAMError.notFound(.tenant, tenant?.text ?? "")
    }
    var session = check.session
    session.paymentVerified = session.paymentVerified || subject.facts.paymentVerified
    session.keyVerified = session.keyVerified || subject.facts.keyVerified
    session.activeRoles = session.activeRoles ?? subject.facts.activeRoles
    return (
      policy,
      Request(
        username: subject.username, target: check.target, instant: check.instant ?? now,
        session: session)
    )
  }
}
