extension TenantPolicy {
  /// What an operator can do: its grants at an instant, ceilings applied, empty ones left out.
  ///
  /// States of the tenant, the operator and the accounts are not looked at: this is what it holds.
  ///
  /// - Parameters:
  ///   - username: the operator.
  ///   - instant: when.
  ///   - activeRoles: the roles active in a session; `nil` for all.
  /// - Returns: grants in the order of ``grants(of:at:activeRoles:)``; empty for an unknown one.
  public func can(
    _ username: Username, at instant: Instant, activeRoles: Set<Name>? = nil
  ) -> [Grant] {
    guard let person = operators[username] else { return [] }
    return grants(of: person, at: instant, activeRoles: activeRoles)
      .filter { !$0.effective.menus.isEmpty }
  }

  /// Who may do something: the operators for whom every step holds that they cannot cure
  /// themselves. Not looked at are the first login's password, the key and the payment password.
  ///
  /// - Returns: complete, in the order of the usernames, without duplicates.
  /// - Complexity: operators times that of one decision.
  public func whoCan(_ target: Target, at instant: Instant) -> [Username] {
    operators.keys.sorted().filter { username in
      let request = Request(username: username, target: target, instant: instant)
      return Step.allCases.allSatisfy { step in
        step.isCurable || reason(against: request, in: step) == nil
      }
    }
  }
}
