extension Gate {
  /// What bounds a group (its place, pool and administrators) is changed from above it only; what
  /// it hands down, from inside its subtree.
  func groupViolations(_ name: Name) -> [Violation] {
    let old = before.groups[name]
    let new = after.groups[name]
    guard old != new else { return handedDownViolations(name) }
    let bounds =
      old?.parent != new?.parent || old?.pool != new?.pool
      || old?.administrators != new?.administrators
    if bounds {
      let mayLeave = old == nil || authority.standsAbove(name, in: before)
      let mayArrive =
        new == nil
        ? name != .rootGroup : authority.standsAbove(name, in: after) && after.reachesRoot(name)
      guard mayLeave, mayArrive else { return [.groupNotYours(name)] }
    }
    guard old == nil || authority.administers(name, in: before) else {
      return [.groupNotYours(name)]
    }
    let appointments = appointmentViolations(old, new)
    guard let new else { return appointments }
    return appointments + poolViolations(name, new, old)
      + outside(
        .group(name), given: new.handsDown, notIn: old?.handsDown ?? Holdings(), group: name)
  }

  /// What a group hands down does not change from outside either, by an edit of a role or set in it,
  /// even while nobody is there to gain by it: it would wait for whoever joins.
  private func handedDownViolations(_ name: Name) -> [Violation] {
    guard !authority.isWholeTenant, !authority.administers(name, in: before) else { return [] }
    let newcomer = Operator(home: name)
    return nominal(newcomer, in: before) == nominal(newcomer, in: after)
      ? [] : [.groupNotYours(name)]
  }

  /// Appointing and dismissing are acts on the operator too: else one could shield somebody else's
  /// operator from its own administrator by an office.
  private func appointmentViolations(_ old: UserGroup?, _ new: UserGroup?) -> [Violation] {
    guard !authority.isWholeTenant else { return [] }
    let changed = (old?.administrators ?? []).symmetricDifference(new?.administrators ?? [])
    return changed.sorted()
      .filter { authority.actor != .insider($0) && !mayAct(on: $0) }
      .map { .operatorNotYours($0) }
  }

  /// A pool is widened by what its parent's ceiling holds at least in part.
  private func poolViolations(_ name: Name, _ new: UserGroup, _ old: UserGroup?) -> [Violation] {
    guard case .within(let pool) = new.pool, let parent = new.parent else { return [] }
    let held: Set<Violation.Item> =
      if case .within(let former)? = old?.pool { former.items } else { [] }
    return outside(
      .pool(name), pool.items.subtracting(held), ceiling: after.ceiling(of: parent),
      of: parent)
  }

  /// Roles, menu groups and product groups name nothing that is wholly outside the entitlement.
  func definitionViolations() -> [Violation] {
    let roles = touched.roles.sorted().flatMap { name in
      entitled(
        .role(name), after.roles[name].map { $0.rectangle.items },
        before.roles[name].map { $0.rectangle.items })
    }
    let menuGroups = touched.menuGroups.sorted().flatMap { name in
      entitled(
        .menuGroup(name), after.menuGroups[name].map { Set($0.nodes.map(Violation.Item.menu)) },
        before.menuGroups[name].map { Set($0.nodes.map(Violation.Item.menu)) })
    }
    let productGroups = touched.productGroups.sorted().flatMap { name in
      entitled(
        .productGroup(name),
        after.productGroups[name].map { Set($0.nodes.map(Violation.Item.product)) },
        before.productGroups[name].map { Set($0.nodes.map(Violation.Item.product)) })
    }
    return roles + menuGroups + productGroups
  }

  private func entitled(
    _ place: Violation.Place, _ new: Set<Violation.Item>?, _ old: Set<Violation.Item>?
  ) -> [Violation] {
    outside(
      place, (new ?? []).subtracting(old ?? []), ceiling: after.opened, of: .rootGroup)
  }

  /// Nobody of the tenant itself opens or closes anything to it.
  func entitlementViolations() -> [Violation] {
    guard authority.actor != .staff || !authority.isWholeTenant else { return [] }
    let changed = after.entitlement.rectangle.items
      .symmetricDifference(before.entitlement.rectangle.items)
    return changed.isEmpty
      ? [] : [.outside(.tenant, items: changed.inOrder, ceiling: .entitlement)]
  }
}
