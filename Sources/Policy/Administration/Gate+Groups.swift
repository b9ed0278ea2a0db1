extension Gate {
  /// What bounds a group (its place, pool and administrators) is changed from above it only; what
  /// it hands down, from inside its subtree.
  func groupViolations(_ name: Name) -> [Violation] {
    let old = before.groups[name]
    let new = after.groups[name]
    guard old != new else { return [] }
    let bounds =
      old?.parent != new?.parent || old?.pool != new?.pool
      || old?.administrators != new?.administrators
    if bounds {
      let mayLeave = old == nil || authority.standsAbove(name, in: before)
      let mayArrive = new == nil || authority.standsAbove(name, in: after)
      guard mayLeave, mayArrive else { return [.groupNotYours(name)] }
    }
    guard old == nil || authority.administers(name, in: before) else {
      return [.groupNotYours(name)]
    }
    guard let new else { return [] }
    return poolViolations(name, new, old)
      + outside(
        .group(name), given: new.handsDown, notIn: old?.handsDown ?? Holdings(), group: name)
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
      place, (new ?? []).subtracting(old ?? []), ceiling: after.entitlement.rectangle,
      of: .rootGroup)
  }

  /// Where somebody who could log in administered before, somebody must after.
  func lastAdministratorViolations() -> [Violation] {
    let losers = touched.groups.union(
      before.groups.filter { !$0.value.administrators.isDisjoint(with: touched.operators) }.keys)
    let groups = losers.sorted().filter { name in
      guard let old = before.groups[name], let new = after.groups[name] else { return false }
      return old.administrators.contains { before.canLogIn($0, at: now) }
        && !new.administrators.contains { after.canLogIn($0, at: now) }
    }
    let lostMaster = touched.operators.contains { username in
      before.operators[username]?.isMaster == true && before.canLogIn(username, at: now)
        && !after.canLogIn(username, at: now)
    }
    return (lostMaster ? [.lastAdministrator(.tenant)] : [])
      + groups.map { .lastAdministrator(.group($0)) }
  }
}
