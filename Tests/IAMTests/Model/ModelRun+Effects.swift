import Policy
import TestSupport

@testable import IAM

extension ModelRun {
  private var instants: [Instant] {
    let now = world.clock.now
    return [now, now + .seconds(61), now + .seconds(7201)]
  }

  /// Whoever did it held the menu that it takes.
  func menuProblems(_ operation: ModelOperation, _ scene: Scene, _ before: ModelSide) -> [String] {
    let isElsewhere = scene.home != scene.side
    let home = isElsewhere ? sides[scene.home] : before
    let isStaff = home.code == .exchange
    if isElsewhere, !isStaff { return ["somebody of another tenant did it"] }
    let taken = isElsewhere ? operation.staffMenu : operation.menu
    guard let taken else { return ["staff did what only the tenant does"] }
    let naive = NaivePolicy(world: home.policy, now: world.clock.now)
    return taken.split(separator: " ").map(String.init).flatMap { menu -> [String] in
      [
        naive.permits(scene.actor, Point(menu: menu)) ? nil : "the actor does not hold \(menu)",
        naive.isAble(scene.actor) ? nil : "the actor cannot log in",
        !menu.hasPrefix("exchange") || isStaff ? nil : "the actor is not staff",
      ].compactMap { $0 }
    }
  }

  /// Everything that an operation brought about without the authority for it.
  mutating func effects(
    _ before: ModelSide, _ scene: Scene, issued: Set<Username>
  ) -> [String] {
    let after = sides[scene.side]
    let now = world.clock.now
    let authority = authority(of: scene, before, after, now)
    return gains(before, scene, authority, issued)
      + operatorProblems(authority, issued) + groupProblems(authority)
      + definitionProblems(authority, before, after) + guardProblems(before, after)
  }

  private func authority(
    of scene: Scene, _ before: ModelSide, _ after: ModelSide, _ now: Instant
  ) -> ModelAuthority {
    let reach: ModelAuthority.Reach
    if scene.home == scene.side {
      let administered = before.policy.groups.filter {
        $0.value.administrators.contains(scene.actor)
      }
      let isMaster = before.policy.operators[scene.actor]?.isMaster == true
      reach = isMaster ? .wholeTenant(isStaff: false) : .groups(Set(administered.keys))
    } else {
      let isStaff = sides[scene.home].code == .exchange
      reach = isStaff ? .wholeTenant(isStaff: true) : .none
    }
    return ModelAuthority(
      actor: scene.actor, reach: reach, before: NaivePolicy(world: before.policy, now: now),
      after: NaivePolicy(world: after.policy, now: now))
  }

  // MARK: What was gained

  private mutating func gains(
    _ before: ModelSide, _ scene: Scene, _ authority: ModelAuthority, _ issued: Set<Username>
  ) -> [String] {
    var before = before
    let isEntitlementChanged =
      before.policy.entitlement != sides[scene.side].policy.entitlement
    return instants.flatMap { instant -> [String] in
      let old = before.permitted(at: instant)
      let new = sides[scene.side].permitted(at: instant)
      let naive = NaivePolicy(world: sides[scene.side].policy, now: instant)
      return sides[scene.side].policy.operators.flatMap { username, person -> [String] in
        if person.isMaster, isEntitlementChanged { return [] }
        // Whoever is brought back gains all that it holds, and so does whoever gets a password.
        let former = before.policy.operators[username]?.state ?? person.state
        let isBack = former != person.state && former != .active || issued.contains(username)
        let had = isBack ? before.points.map { _ in false } : old[username] ?? []
        let has = new[username] ?? []
        let formerly = had.isEmpty ? has.map { _ in false } : had
        return zip(before.points, zip(formerly, has)).compactMap { point, pair -> String? in
          if pair.1, !naive.isBelowCeilings(person, point) {
            return "\(username) holds \(point) beyond the ceilings"
          }
          guard pair.0 != pair.1 else { return nil }
          let may =
            pair.1
            ? authority.handsOut(point, to: username) : authority.mayActOn(username)
          return may ? nil : "\(username) \(pair.1 ? "gained" : "lost") \(point)"
        }
      }
    }
  }

  // MARK: What was changed

  private func operatorProblems(
    _ authority: ModelAuthority, _ issued: Set<Username>
  ) -> [String] {
    let before = authority.before.world
    let after = authority.after.world
    return Set(before.operators.keys).union(after.operators.keys).flatMap { name -> [String] in
      let old = before.operators[name]?.withoutLogin
      let new = after.operators[name]?.withoutLogin
      guard old != new || issued.contains(name) else { return [] }
      // Whoever is offboarded leaves everything, wherever it has been.
      let left =
        new?.state == .offboarded ? [] : (old?.places ?? []).subtracting(new?.places ?? [])
      let joined = (new?.places ?? []).subtracting(old?.places ?? [])
      let may =
        authority.mayActOn(name)
        && left.allSatisfy { authority.administers($0, in: authority.before) }
        && joined.allSatisfy { authority.administers($0, in: authority.after) }
      let given = after.items(new?.holdings ?? Holdings())
        .subtracting(before.items(old?.holdings ?? Holdings()))
      return (may ? [] : ["\(name) was changed"])
        + outside(given, new?.home ?? .rootGroup, authority.after)
        .map { "\(name) was given \($0), which is outside" }
    }
  }

  private func groupProblems(_ authority: ModelAuthority) -> [String] {
    let before = authority.before.world
    let after = authority.after.world
    return Set(before.groups.keys).union(after.groups.keys).flatMap { name -> [String] in
      let old = before.groups[name]
      let new = after.groups[name]
      guard old != new else { return [] }
      let states = [(old, authority.before), (new, authority.after)].filter { $0.0 != nil }
      let areBounds =
        old?.parent != new?.parent || old?.pool != new?.pool
        || old?.administrators != new?.administrators
      let may = states.allSatisfy { _, state in
        areBounds
          ? authority.standsAbove(name, in: state) : authority.administers(name, in: state)
      }
      let appointed = (old?.administrators ?? [])
        .symmetricDifference(new?.administrators ?? [])
        .filter { $0 != authority.actor && !authority.isWholeTenant && !authority.mayActOn($0) }
      let given = after.items(new?.handsDown ?? Holdings())
        .subtracting(before.items(old?.handsDown ?? Holdings()))
      return (may ? [] : ["the group \(name) was changed"])
        + appointed.map { "\($0) was appointed or dismissed" }
        + outside(given, name, authority.after).map { "\(name) hands down \($0), which is outside" }
        + outside(
          (new?.poolItems ?? []).subtracting(old?.poolItems ?? []), new?.parent ?? .rootGroup,
          authority.after
        ).map { "the pool of \(name) holds \($0), which is outside" }
    }
  }

  private func definitionProblems(
    _ authority: ModelAuthority, _ before: ModelSide, _ after: ModelSide
  ) -> [String] {
    let old = before.policy
    let new = after.policy
    let isDefined =
      old.roles != new.roles || old.menuGroups != new.menuGroups
      || old.productGroups != new.productGroups
    let named = new.definedItems.subtracting(old.definedItems)
    return [
      isDefined && !authority.isAdministrator ? "definitions were changed" : nil,
      old.entitlement != new.entitlement && !authority.isStaff
        ? "the entitlement was changed" : nil,
      before.separations != after.separations && !authority.isWholeTenant
        ? "separation sets were changed" : nil,
    ].compactMap { $0 }
      + outside(named, .rootGroup, authority.after).map { "\($0) was named, which is outside" }
  }

  /// The things that have nothing in common with the ceiling of a group.
  private func outside(_ items: Set<NamedItem>, _ group: Name, _ naive: NaivePolicy) -> [String] {
    let actions = items.isEmpty ? [] : naive.world.catalogue.leaves.map(\.text)
    let products = naive.world.catalogue.products.map(\.text) + naive.pooledProducts
    return items.filter { item in
      switch item {
      case .menu(let code):
        !actions.contains {
          Naive.isMenu($0, in: [code]) && naive.isInside(group, Point(menu: $0))
        }
      case .product(let code):
        !(products + [code]).contains {
          Naive.isProduct($0, in: [code]) && naive.isProductInside(group, $0)
        }
      case .account(let code): !naive.isAccountInside(group, code)
      }
    }.map { "\($0)" }
  }

  // MARK: What must always hold

  /// No separation set in force is violated by anybody whose roles it counts, and whatever could be
  /// administered still can.
  private func guardProblems(_ before: ModelSide, _ after: ModelSide) -> [String] {
    let inForce = after.separations.filter { $0.kind == .static && $0.mode == .enforce }
    return instants.flatMap { instant -> [String] in
      let old = NaivePolicy(world: before.policy, now: instant)
      let new = NaivePolicy(world: after.policy, now: instant)
      let violations = after.policy.operators.flatMap { username, person in
        inForce.filter { new.rolesHeld(by: person).intersection($0.roles).count >= $0.limit }
          .map { "\(username) violates the separation \($0.name)" }
      }
      let deserted = after.policy.groups.compactMap { name, group -> String? in
        let could = (before.policy.groups[name]?.administrators ?? []).contains(where: old.isAble)
        let can = group.administrators.contains { username in
          guard let person = after.policy.operators[username] else { return false }
          return new.isAble(username)
            || old.isAble(username) && person.state == .active && new.isCurrent(person.validity)
        }
        return could && !can ? "nobody administers \(name) any more" : nil
      }
      return violations + deserted
    }
  }
}

/// A thing that can be given, by its code.
enum NamedItem: Hashable {
  case menu(String)
  case product(String)
  case account(String)
}

extension Operator {
  /// What only an administrator changes.
  fileprivate var withoutLogin: Operator {
    var copy = self
    copy.lockedUntil = nil
    copy.loginPasswordPending = false
    copy.paymentPasswordSet = false
    return copy
  }

  fileprivate var places: Set<Name> { joined.union([home]) }
}

extension UserGroup {
  fileprivate var poolItems: Set<NamedItem> {
    guard case .within(let pool) = pool else { return [] }
    return pool.named
  }
}

extension Rectangle {
  fileprivate var named: Set<NamedItem> {
    Set(menus.nodes.map { .menu($0.text) }).union(products.nodes.map { .product($0.text) })
      .union(accounts.named)
  }
}

extension AccountSet {
  fileprivate var named: Set<NamedItem> {
    guard case .some(let codes) = self else { return [] }
    return Set(codes.map { .account($0.text) })
  }
}

extension TenantPolicy {
  fileprivate func items(_ held: Holdings) -> Set<NamedItem> {
    let naive = NaivePolicy(world: self, now: Instant(milliseconds: 0))
    var items = Set(held.menus.map { NamedItem.menu($0.value.text) })
    items.formUnion(held.products.map { .product($0.value.text) })
    for given in held.accounts { items.formUnion(given.value.named) }
    for given in held.menuGroups {
      items.formUnion((menuGroups[given.value]?.nodes ?? []).map { .menu($0.text) })
    }
    for given in held.productGroups {
      items.formUnion((productGroups[given.value]?.nodes ?? []).map { .product($0.text) })
    }
    for name in naive.rolesHeld(from: held.roles.map(\.value)) {
      if let role = roles[name] { items.formUnion(role.named) }
    }
    return items
  }

  fileprivate var definedItems: Set<NamedItem> {
    var items: Set<NamedItem> = []
    for set in menuGroups.values { items.formUnion(set.nodes.map { .menu($0.text) }) }
    for set in productGroups.values { items.formUnion(set.nodes.map { .product($0.text) }) }
    for role in roles.values { items.formUnion(role.named) }
    return items
  }
}

extension Role {
  fileprivate var named: Set<NamedItem> {
    Rectangle(menus: menus, products: products, accounts: accounts).named
  }
}
