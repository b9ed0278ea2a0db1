extension TenantPolicy {
  /// Decides a request and tells everything that was looked at.
  ///
  /// - Complexity: a small constant times that of ``decide(_:)``.
  public func explain(_ request: Request) -> Explanation {
    Explanation(
      decision: decide(request),
      steps: Step.allCases.map { .init(step: $0, reason: reason(against: request, in: $0)) },
      grants: grantFindings(for: request),
      smallestGrant: smallestGrant(for: request))
  }

  /// How every grant fared, each once: as it is now, or as it would be where it is not valid now.
  func grantFindings(for request: Request) -> [Explanation.GrantFinding] {
    guard let person = operators[request.username] else { return [] }
    let roles = request.session.activeRoles
    let valid = grants(of: person, at: request.instant, activeRoles: roles)
    let timeless = grants(of: person, at: nil, activeRoles: roles)
    let now = Set(valid.map(\.source))
    let expired = Set(timeless.filter { $0.effective.covers(request.target) }.map(\.source))
    return (valid + timeless.filter { !now.contains($0.source) }).map { grant in
      let holds = now.contains(grant.source) && grant.effective.covers(request.target)
      let outcome = outcome(of: grant, for: request.target)
      return .init(
        grant: grant, outcome: !holds && expired.contains(grant.source) ? .validity : outcome)
    }
  }

  private func outcome(
    of grant: Grant, for target: Target
  ) -> Explanation.GrantFinding.Outcome {
    if grant.effective.covers(target) { return .covers }
    if grant.nominal.covers(target) { return .ceiling }
    if !grant.nominal.menus.covers(target.menu) { return .menu }
    return target.product.map(grant.nominal.products.covers) == false ? .product : .account
  }

  /// The fewest parts of the target that, added to the operator's own grants, make the grant step
  /// hold. Found by trying, so it is right by construction.
  func smallestGrant(for request: Request) -> MissingGrant? {
    guard reason(against: request, in: .grant) != nil else { return nil }
    let target = request.target
    let choices = (1..<8).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for parts in choices {
      let missing = MissingGrant(
        menu: parts & 1 != 0 ? target.menu : nil,
        product: parts & 2 != 0 ? target.product : nil,
        account: parts & 4 != 0 ? target.account : nil)
      if adding(missing, to: request.username).reason(against: request, in: .grant) == nil {
        return missing
      }
    }
    return nil
  }

  /// The same tenant with one operator's own grants enlarged.
  func adding(_ missing: MissingGrant, to username: Username) -> TenantPolicy {
    var policy = self
    guard var holdings = policy.operators[username]?.holdings else { return self }
    if let menu = missing.menu { holdings.menus.append(Given(menu)) }
    if let product = missing.product { holdings.products.append(Given(product)) }
    if let account = missing.account { holdings.accounts.append(Given(.some([account]))) }
    policy.operators[username]?.holdings = holdings
    return policy
  }
}
