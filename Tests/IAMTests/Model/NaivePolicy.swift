import Policy

/// One action on one product and account, each of which may be left unnamed.
struct Point: Hashable {
  var menu: String
  var product: String?
  var account: String?
}

/// Permissions computed point by point, from the sentences of the model and nothing else: slow,
/// plain, and not by the code that it judges.
struct NaivePolicy {
  let world: TenantPolicy
  let now: Instant

  // MARK: What somebody may do

  /// Whether grants and ceilings permit a point, whatever the states are.
  func permits(_ username: Username, _ point: Point) -> Bool {
    guard let person = world.operators[username] else { return false }
    if person.isMaster { return isEntitled(point) }
    return isEntitled(point) && ways(of: person).contains { permits($0, point, person) }
  }

  /// Something held, and the group through which it came.
  private struct Way {
    var holdings: Holdings
    var group: Name
  }

  private func ways(of person: Operator) -> [Way] {
    var ways = [Way(holdings: person.holdings, group: person.home)]
    for name in groupsAround(person) {
      if let group = world.groups[name] { ways.append(Way(holdings: group.handsDown, group: name)) }
    }
    return ways
  }

  func groupsAround(_ person: Operator) -> Set<Name> {
    var names: Set<Name> = []
    for start in [person.home] + person.joined {
      var next: Name? = start
      while let name = next, names.insert(name).inserted { next = world.groups[name]?.parent }
    }
    return names
  }

  private func permits(_ way: Way, _ point: Point, _ person: Operator) -> Bool {
    guard isInside(way.group, point) else { return false }
    let menus =
      current(way.holdings.menus).map(\.text)
      + current(way.holdings.menuGroups).flatMap { world.menuGroups[$0]?.nodes.map(\.text) ?? [] }
    if isMenu(point.menu, in: menus), ownsProduct(person, point), ownsAccount(person, point) {
      return true
    }
    return roles(from: current(way.holdings.roles)).contains { role in
      isMenu(point.menu, in: role.menus.nodes.map(\.text))
        && (role.products.isEmpty
          ? ownsProduct(person, point)
          : isProduct(point.product, in: role.products.nodes.map(\.text)))
        && (role.accounts.isEmpty ? ownsAccount(person, point) : isAccount(point, role.accounts))
    }
  }

  private func ownsProduct(_ person: Operator, _ point: Point) -> Bool {
    guard point.product != nil else { return true }
    return ways(of: person).contains { way in
      let products =
        current(way.holdings.products).map(\.text)
        + current(way.holdings.productGroups).flatMap {
          world.productGroups[$0]?.nodes.map(\.text) ?? []
        }
      return isProduct(point.product, in: products)
        && ceilings(of: way.group).allSatisfy {
          isProduct(point.product, in: $0.products.nodes.map(\.text))
        } && isProduct(point.product, in: world.entitlement.products.nodes.map(\.text))
    }
  }

  private func ownsAccount(_ person: Operator, _ point: Point) -> Bool {
    guard point.account != nil else { return true }
    return ways(of: person).contains { way in
      current(way.holdings.accounts).contains { isAccount(point, $0) }
        && ceilings(of: way.group).allSatisfy { isAccount(point, $0.accounts) }
    }
  }

  /// The roles given, and all they include.
  private func roles(from names: [Name]) -> [Role] {
    rolesHeld(from: names).compactMap { world.roles[$0] }
  }

  func rolesHeld(from names: [Name]) -> Set<Name> {
    var reached: Set<Name> = []
    var open = names
    while let name = open.popLast() {
      guard let role = world.roles[name], reached.insert(name).inserted else { continue }
      open += role.includes
    }
    return reached
  }

  /// Every role somebody holds in any way at this instant.
  func rolesHeld(by person: Operator) -> Set<Name> {
    rolesHeld(from: ways(of: person).flatMap { current($0.holdings.roles) })
  }

  // MARK: Ceilings

  func isEntitled(_ point: Point) -> Bool {
    isMenu(point.menu, in: world.entitlement.menus.nodes.map(\.text))
      && isProduct(point.product, in: world.entitlement.products.nodes.map(\.text))
  }

  /// Whether a group's administrators may hand out a point.
  func isInside(_ group: Name, _ point: Point) -> Bool {
    isEntitled(point)
      && ceilings(of: group).allSatisfy {
        isMenu(point.menu, in: $0.menus.nodes.map(\.text))
          && isProduct(point.product, in: $0.products.nodes.map(\.text))
          && isAccount(point, $0.accounts)
      }
  }

  /// The pools of a group and all above it, but those that are everything.
  private func ceilings(of group: Name) -> [Rectangle] {
    var pools: [Rectangle] = []
    var next: Name? = group
    while let name = next, let node = world.groups[name] {
      if case .within(let pool) = node.pool { pools.append(pool) }
      next = node.parent
    }
    return pools
  }

  // MARK: Who may act on whom

  /// Whether a group is one that somebody administers in `before`, or lies below one.
  func isBelow(_ group: Name, administeredBy actor: Username, in before: TenantPolicy) -> Bool {
    var next: Name? = group
    while let name = next {
      if before.groups[name]?.administrators.contains(actor) == true { return true }
      next = world.groups[name]?.parent
    }
    return false
  }

  // MARK: Sides

  private func current<Value>(_ given: [Given<Value>]) -> [Value] {
    given.filter {
      ($0.validity.from ?? now) <= now && ($0.validity.until.map { now < $0 } ?? true)
    }
    .map(\.value)
  }

  private func isUnder(_ code: String, _ node: String) -> Bool {
    code == node || code.hasPrefix(node + ".")
  }

  private func isMenu(_ menu: String, in nodes: [String]) -> Bool {
    let administrative: Set = [
      "operators", "menu-groups", "product-groups", "roles", "groups", "separation", "sessions",
      "policy", "audit", "reports", "config", "exchange",
    ]
    let root = menu.split(separator: ".").first.map(String.init) ?? menu
    return nodes.contains { node in
      node == "*" ? !administrative.contains(root) : isUnder(menu, node)
    }
  }

  private func isProduct(_ product: String?, in nodes: [String]) -> Bool {
    guard let product else { return true }
    return nodes.contains { $0 == "*" || isUnder(product, $0) }
  }

  private func isAccount(_ point: Point, _ accounts: AccountSet) -> Bool {
    guard let account = point.account else { return true }
    return switch accounts {
    case .every: true
    case .some(let some): some.contains { $0.text == account }
    }
  }
}
