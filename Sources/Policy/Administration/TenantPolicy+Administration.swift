extension TenantPolicy {
  /// Whether an operator can really log in: active, valid, not locked, its own password set.
  public func canLogIn(_ username: Username, at instant: Instant) -> Bool {
    guard let person = operators[username] else { return false }
    return stateReason(person, at: instant) == nil && !person.loginPasswordPending
  }

  /// The groups that each operator administers.
  var offices: [Username: [Name]] {
    groups.reduce(into: [:]) { offices, group in
      for username in group.value.administrators {
        offices[username, default: []].append(group.key)
      }
    }
  }

  /// Whether a group is the root or hangs below it.
  func reachesRoot(_ group: Name) -> Bool {
    lineage(of: group).last == .rootGroup && groups[.rootGroup]?.parent == nil
  }

  /// Every validity that bears on what an operator holds.
  func validities(around person: Operator) -> [Validity] {
    let handed = groups(around: person).compactMap { groups[$0]?.handsDown }
    return [person.validity] + ([person.holdings] + handed).flatMap(\.validities)
  }

  /// The single things that holdings name, through their menu groups, product groups and roles.
  func items(of holdings: Holdings) -> Set<Violation.Item> {
    let paths = inclusionPaths(from: Set(holdings.roles.map(\.value)))
    let rectangles = paths.compactMap { $0.last.flatMap { roles[$0] }?.rectangle }
    var items: Set<Violation.Item> = []
    for rectangle in rectangles { items.formUnion(rectangle.items) }
    for given in holdings.menuGroups {
      items.formUnion((menuGroups[given.value] ?? MenuSet()).nodes.map { .menu($0) })
    }
    for given in holdings.productGroups {
      items.formUnion((productGroups[given.value] ?? ProductSet()).nodes.map { .product($0) })
    }
    items.formUnion(holdings.menus.map { .menu($0.value) })
    items.formUnion(holdings.products.map { .product($0.value) })
    for given in holdings.accounts { items.formUnion(given.value.items) }
    return items
  }

  /// Whether an item has something in common with a rectangle, on its own side.
  func touches(_ rectangle: Rectangle, _ item: Violation.Item) -> Bool {
    switch item {
    case .menu(let code):
      !catalogue.resolved(MenuSet([code])).intersection(rectangle.menus).isEmpty
    case .product(let code):
      !catalogue.resolved(ProductSet([code])).intersection(rectangle.products).isEmpty
    case .account(let code): rectangle.accounts.contains(code)
    }
  }
}

extension Role {
  /// Its own sides, as named.
  var rectangle: Rectangle { Rectangle(menus: menus, products: products, accounts: accounts) }
}

extension Rectangle {
  /// The single things named on its sides.
  var items: Set<Violation.Item> {
    Set(menus.nodes.map { .menu($0) }).union(products.nodes.map { .product($0) })
      .union(accounts.items)
  }
}

extension AccountSet {
  /// The accounts named; `*` names none.
  var items: Set<Violation.Item> {
    guard case .some(let named) = self else { return [] }
    return Set(named.map { .account($0) })
  }
}

extension Holdings {
  /// Every validity given in it.
  var validities: [Validity] {
    menus.map(\.validity) + products.map(\.validity) + accounts.map(\.validity)
      + menuGroups.map(\.validity) + productGroups.map(\.validity) + roles.map(\.validity)
  }
}

extension Operator {
  /// Its home group and those it joined.
  var allGroups: Set<Name> { joined.union([home]) }

  /// What only an administrator changes: without what failed logins and its own passwords do.
  var administrativeFacts: Operator {
    var facts = self
    facts.lockedUntil = nil
    facts.loginPasswordPending = false
    facts.paymentPasswordSet = false
    return facts
  }
}

extension Set<Violation.Item> {
  /// Menus, then products, then accounts, each in the order of their codes.
  var inOrder: [Violation.Item] {
    func key(_ item: Violation.Item) -> (Int, String) {
      switch item {
      case .menu(let code): (0, code.text)
      case .product(let code): (1, code.text)
      case .account(let code): (2, code.text)
      }
    }
    return sorted { key($0) < key($1) }
  }
}
