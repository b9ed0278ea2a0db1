/// The one gate that every change of a tenant's permissions goes through.
///
/// It knows nothing of commands. It compares the tenant before and after, for everybody touched:
/// what anybody gains must lie inside what the actor may hand out there, whichever way it came;
/// and any difference at all needs authority over the one it happens to.
public struct Gate: Sendable {
  let before: TenantPolicy
  let after: TenantPolicy
  let authority: Authority
  let touched: Touched
  /// The separation sets in force after the change.
  let separations: [Separation]
  let now: Instant

  /// Takes the two states of the tenant and who changed it.
  ///
  /// - Parameters:
  ///   - before: the last committed state, with the actor and every touched operator loaded.
  ///   - after: the state that would be committed, likewise.
  ///   - separations: the sets of the tenant after the change.
  public init(
    before: TenantPolicy, after: TenantPolicy, actor: Actor, touched: Touched,
    separations: [Separation], now: Instant
  ) {
    self.before = before
    self.after = after
    authority = Authority(of: actor, in: before)
    self.touched = touched
    self.separations = separations
    self.now = now
  }

  /// Everything that speaks against the change; empty when it may be made.
  ///
  /// - Complexity: that of the grants of the operators touched, before and after.
  public func violations() -> [Violation] {
    let operators = touched.operators.sorted()
    let guarded = operators.flatMap(separationViolations) + lastAdministratorViolations()
    guard authority.actor != .system else { return guarded }
    return operators.flatMap(operatorViolations) + touched.groups.sorted().flatMap(groupViolations)
      + definitionViolations() + guarded
  }

  // MARK: Operators

  private func operatorViolations(_ username: Username) -> [Violation] {
    let old = before.operators[username]
    let new = after.operators[username]
    let mayAct =
      (old == nil || authority.mayActOn(username, in: before))
      && (new == nil || authority.mayActOn(username, in: after))
    let changed = old.map(\.administrativeFacts) != new.map(\.administrativeFacts)
    if changed {
      guard mayAct, mayChangeGroups(of: username) else { return [.operatorNotYours(username)] }
    }
    return effectiveViolations(username, mayAct: mayAct) + outsideItems(username)
  }

  /// Leaving and joining need authority over the group left and the group joined.
  private func mayChangeGroups(of username: Username) -> Bool {
    let old = before.operators[username]?.allGroups ?? []
    let new = after.operators[username]?.allGroups ?? []
    return old.subtracting(new).allSatisfy { authority.administers($0, in: before) }
      && new.subtracting(old).allSatisfy { authority.administers($0, in: after) }
  }

  /// For one who acts on the whole tenant every effective gain lies inside the entitlement by
  /// definition, so there is nothing to compute.
  private func effectiveViolations(_ username: Username, mayAct: Bool) -> [Violation] {
    guard !authority.isWholeTenant else { return [] }
    let handedOut = mayAct ? authority.handsOut(to: username, in: after) : []
    for instant in turningPoints(of: username) {
      let old = effective(username, in: before, at: instant)
      let new = effective(username, in: after, at: instant)
      let outside = difference(new, minus: old + handedOut, in: [before, after])
      if !outside.isEmpty { return [.gain(username, outside: outside)] }
      if !mayAct, !difference(old, minus: new, in: [before, after]).isEmpty {
        return [.operatorNotYours(username)]
      }
    }
    return []
  }

  /// What an operator may do by what it holds; nothing while it may not log in at all.
  private func effective(
    _ username: Username, in policy: TenantPolicy, at instant: Instant
  ) -> [Rectangle] {
    guard let person = policy.operators[username], person.state == .active,
      person.validity.contains(instant)
    else { return [] }
    return policy.can(username, at: instant).map(\.effective)
  }

  /// Now, and every later instant at which something of the operator begins or ends.
  func turningPoints(of username: Username) -> [Instant] {
    let ends = [before, after].flatMap { policy in
      policy.operators[username].map { policy.validities(around: $0) } ?? []
    }
    let instants = ends.flatMap { [$0.from, $0.until] }.compactMap { $0 }.filter { $0 > now }
    return Set(instants + [now]).sorted()
  }

  // MARK: Items wholly outside

  private func outsideItems(_ username: Username) -> [Violation] {
    guard let person = after.operators[username] else { return [] }
    let old = before.operators[username]?.holdings ?? Holdings()
    return outside(
      .operator(username), given: person.holdings, notIn: old, group: person.home)
  }

  func outside(
    _ place: Violation.Place, given new: Holdings, notIn old: Holdings, group: Name
  ) -> [Violation] {
    let items = after.items(of: new).subtracting(before.items(of: old))
    return outside(place, items, ceiling: after.ceiling(of: group), of: group)
  }

  func outside(
    _ place: Violation.Place, _ items: Set<Violation.Item>, ceiling: Rectangle, of group: Name
  ) -> [Violation] {
    let entitlement = after.entitlement.rectangle
    let unopened = items.filter { !after.touches(entitlement, $0) }
    let unpooled = items.subtracting(unopened).filter { !after.touches(ceiling, $0) }
    return [
      unopened.isEmpty
        ? nil : .outside(place, items: unopened.inOrder, ceiling: .entitlement),
      unpooled.isEmpty
        ? nil : .outside(place, items: unpooled.inOrder, ceiling: .pool(group)),
    ].compactMap { $0 }
  }
}
