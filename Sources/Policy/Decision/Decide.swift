// The definition of a decision. The compiled policy is a faster second function, and a law says
// that both agree; where they differ, this file is right.

extension TenantPolicy {
  /// Decides one request: allowed when no step has a reason against it.
  ///
  /// Total: every request has an answer, and the answer to everything unexpected is a denial.
  ///
  /// - Complexity: that of ``grants(of:at:activeRoles:)``.
  public func decide(_ request: Request) -> Decision {
    for step in Step.allCases {
      if let reason = reason(against: request, in: step) {
        return .denied(reason, revision: revision)
      }
    }
    return .allowed(
      by: determiningGrants(for: request), scope: scope(of: request.target), revision: revision)
  }

  /// Why `step` fails for this request, or `nil` when it holds.
  public func reason(against request: Request, in step: Step) -> Reason? {
    guard let person = operators[request.username] else { return .operatorUnknown }
    guard let marks = catalogue.leaf(request.target.menu) else {
      return step == .operator ? stateReason(person, at: request.instant) : .menuUnknown
    }
    return switch step {
    case .operator: stateReason(person, at: request.instant)
    case .target: targetReason(request.target, marks)
    case .tenant: tenantReason(marks)
    case .firstLogin:
      person.loginPasswordPending && !marks.contains(.setup) ? .firstLoginIncomplete : nil
    case .ceiling: ceilingReason(request.target, person)
    case .grant:
      determiningGrants(for: request).isEmpty ? nearestFailure(of: request, person) : nil
    case .account: accountReason(request.target, marks)
    case .hours: marks.contains(.hours) && !isOpen(at: request.instant) ? .outsideHours : nil
    case .key:
      (marks.contains(.key) || tenant.requiresKey) && !request.session.keyVerified
        ? .keyRequired : nil
    case .paymentPassword: paymentReason(request.session, person, marks)
    }
  }

  /// The grants that cover menu, product and account together and are valid at the instant.
  func determiningGrants(for request: Request) -> [Grant] {
    guard let person = operators[request.username] else { return [] }
    return grants(
      of: person, at: request.instant, activeRoles: request.session.activeRoles
    ).filter { $0.effective.covers(request.target) }
  }

  /// Whose records an allowed action shows: the menu says.
  func scope(of target: Target) -> Decision.Scope {
    guard let marks = catalogue.leaf(target.menu) else { return .none }
    if marks.contains(.ownScope) { return .own }
    return marks.contains(.needsAccount) ? .account : .tenant
  }
}
