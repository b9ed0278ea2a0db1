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
  /// The groups that each operator administered, and would administer.
  let officesBefore: [Username: [Name]]
  let officesAfter: [Username: [Name]]

  /// Takes the two states of the tenant and who changed it.
  ///
  /// - Parameters:
  ///   - before: the last committed state, with the actor, every touched operator, and all
  ///     administrators of the groups that are touched or that these administer loaded.
  ///   - after: the state that would be committed, likewise.
  ///   - actor: who made the change.
  ///   - touched: what it touched, and everybody reached through that.
  ///   - separations: the sets of the tenant after the change.
  ///   - now: the instant of the change.
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
    officesBefore = before.offices
    officesAfter = after.offices
  }

  /// Everything that speaks against the change; empty when it may be made.
  ///
  /// - Complexity: that of the grants of the operators touched, before and after, and O(groups).
  public func violations() -> [Violation] {
    let operators = touched.operators.sorted()
    let guarded =
      operators.flatMap(separationViolations) + lastAdministratorViolations() + leaverViolations()
    guard authority.actor != .system else { return guarded }
    return operators.flatMap(operatorViolations) + touched.groups.sorted().flatMap(groupViolations)
      + definitionViolations() + entitlementViolations() + guarded
  }

  // MARK: Operators

  private func operatorViolations(_ username: Username) -> [Violation] {
    let old = before.operators[username]
    let new = after.operators[username]
    let mayAct = mayAct(on: username)
    let isChanged = old.map(\.administrativeFacts) != new.map(\.administrativeFacts)
    if isChanged || touched.issued.contains(username) {
      guard mayAct && mayChangeGroups(of: username) || isFirstMaster(username) else {
        return [.operatorNotYours(username)]
      }
    }
    return effectiveViolations(username, mayAct: mayAct) + outsideItems(username)
  }

  /// Whether the actor may act on an operator as it was and as it would be.
  func mayAct(on username: Username) -> Bool {
    let states = [(before, officesBefore), (after, officesAfter)]
      .filter { $0.0.operators[username] != nil }
    return !states.isEmpty
      && states.allSatisfy { policy, offices in
        authority.mayActOn(username, administering: offices[username] ?? [], in: policy)
      }
  }

  /// Leaving and joining need authority over the group left and the group joined. Whoever is
  /// offboarded leaves all of them with its home: it loses everything for good, and gains nothing.
  ///
  /// - Source: C11.
  private func mayChangeGroups(of username: Username) -> Bool {
    let old = before.operators[username]?.allGroups ?? []
    let new = after.operators[username]?.allGroups ?? []
    let isLeaver = after.operators[username]?.state == .offboarded
    let left = old.subtracting(new)
    return (isLeaver || left.allSatisfy { authority.administers($0, in: before) })
      && new.subtracting(old).allSatisfy { authority.administers($0, in: after) }
  }

  /// The one thing done to a master: staff make it, where there was none.
  ///
  /// - Source: C2.
  private func isFirstMaster(_ username: Username) -> Bool {
    authority.actor == .staff && authority.isWholeTenant
      && after.operators[username]?.isMaster == true && before.operators[username] == nil
      && !before.operators.values.contains(where: \.isMaster)
  }

  /// For one who acts on the whole tenant every effective gain lies inside the entitlement by
  /// definition, so there is nothing to compute.
  private func effectiveViolations(_ username: Username, mayAct: Bool) -> [Violation] {
    guard !authority.isWholeTenant else { return [] }
    let handedOut = mayAct ? authority.ceilings(around: username, in: after) : []
    for instant in turningPoints(of: username) {
      let old = heldBefore(username, at: instant)
      let new = heldAfter(username, at: instant)
      let outside = difference(new, minus: old + handedOut)
      if !outside.isEmpty { return [.gain(username, outside: outside)] }
      if !mayAct, !difference(old, minus: new).isEmpty { return [.operatorNotYours(username)] }
    }
    let isSame =
      mayAct
      || nominal(before.operators[username], in: before)
        == nominal(after.operators[username], in: after)
    return isSame ? [] : [.operatorNotYours(username)]
  }

  /// What comes to somebody before ceilings and times cut it. What is cut now may not be later, so
  /// where there is no authority not even this may change.
  func nominal(_ person: Operator?, in policy: TenantPolicy) -> Set<Grant> {
    let grants = person.map { policy.grants(of: $0, at: nil) } ?? []
    return Set(
      grants.map { grant in
        var uncut = grant
        uncut.effective = grant.nominal
        return uncut
      })
  }

  /// What an operator held. A suspended or expired one counts as holding all that would come back
  /// with it, for it is judged when it is given; but where the change itself brings somebody back,
  /// or hands its password to somebody, everything held is gained.
  private func heldBefore(_ username: Username, at instant: Instant) -> [Rectangle] {
    guard let old = before.operators[username], old.state != .offboarded,
      !touched.issued.contains(username)
    else { return [] }
    if let new = after.operators[username] {
      if old.state != new.state, old.state != .active { return [] }
      if old.validity != new.validity, !old.validity.contains(instant) { return [] }
    }
    return before.can(username, at: instant).map(\.effective)
  }

  private func heldAfter(_ username: Username, at instant: Instant) -> [Rectangle] {
    guard let new = after.operators[username], new.state != .offboarded else { return [] }
    if let old = before.operators[username], old.validity != new.validity,
      !new.validity.contains(instant)
    {
      return []
    }
    return after.can(username, at: instant).map(\.effective)
  }

  /// Now, and every later instant at which something of the operator begins or ends.
  func turningPoints(of username: Username) -> [Instant] {
    let ends = [before, after].flatMap { policy in
      policy.operators[username].map { policy.validities(around: $0) } ?? []
    }
    let instants = ends.flatMap { [$0.from, $0.until] }.compactMap { $0 }.filter { $0 > now }
    return Set(instants + [now]).sorted()
  }

  // MARK: Leavers

  /// Whoever has been offboarded holds nothing, is in no further group and administers none.
  private func leaverViolations() -> [Violation] {
    let holders = touched.operators.filter { username in
      guard let person = after.operators[username] else { return false }
      return person.holdings != Holdings() || !person.joined.isEmpty
    }
    let administrators = touched.groups.flatMap { after.groups[$0]?.administrators ?? [] }
    return holders.union(administrators).sorted()
      .filter { after.operators[$0]?.state == .offboarded }
      .map { .operatorNotYours($0) }
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
    let entitlement = after.opened
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
