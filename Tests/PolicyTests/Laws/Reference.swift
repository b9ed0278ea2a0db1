import Policy

/// The meaning of a tenant, point by point, as naive as can be: no sets, no rectangles.
///
/// A point is a menu with a product and an account, either of which may be left out. Everything is
/// asked of one point at a time, in the words of the model.
struct Reference {
  let policy: TenantPolicy
  /// When; `nil` disregards every validity.
  let instant: Instant?

  // MARK: What is effective

  /// Whether a grant lets the operator reach the point, whatever states say.
  func permits(_ person: Operator, _ point: Target) -> Bool {
    guard !person.isMaster else { return isEntitled(point) }
    return ways(to: person).contains { way in
      gives(way.holdings, point, to: person) && isBelowCeiling(way.group, point)
    }
  }

  func isEntitled(_ point: Target) -> Bool {
    names(Array(policy.entitlement.menus.nodes), menu: point.menu)
      && isEntitled(product: point.product)
  }

  /// Whether the pools of a group and of all above it, and the entitlement, hold the point.
  func isBelowCeiling(_ group: Name, _ point: Target) -> Bool {
    chain(group).map { !$0.isEmpty && $0.allSatisfy { poolHolds($0, point) } } == true
      && isEntitled(point)
  }

  // MARK: What is given

  private func gives(_ holdings: Holdings, _ point: Target, to person: Operator) -> Bool {
    let direct = held(holdings.menus) + held(holdings.menuGroups).flatMap(menusOfGroup)
    if names(direct, menu: point.menu), owns(person, point.product, point.account) { return true }
    return reachedRoles(held(holdings.roles)).contains { name in
      guard let role = policy.roles[name] else { return false }
      let product =
        role.products.nodes.isEmpty
        ? owns(person, product: point.product)
        : names(Array(role.products.nodes), product: point.product)
      let account =
        role.accounts == .none
        ? owns(person, account: point.account) : names(role.accounts, account: point.account)
      return names(Array(role.menus.nodes), menu: point.menu) && product && account
    }
  }

  private func owns(_ person: Operator, _ product: ProductCode?, _ account: AccountCode?) -> Bool {
    owns(person, product: product) && owns(person, account: account)
  }

  private func owns(_ person: Operator, product: ProductCode?) -> Bool {
    guard let product else { return true }
    return ways(to: person).contains { way in
      let nodes = held(way.holdings.products) + held(way.holdings.productGroups).flatMap(products)
      return names(nodes, product: product) && isEntitled(product: product)
        && chain(way.group)?.allSatisfy { poolHolds($0, product: product) } == true
    }
  }

  private func owns(_ person: Operator, account: AccountCode?) -> Bool {
    guard let account else { return true }
    return ways(to: person).contains { way in
      held(way.holdings.accounts).contains { names($0, account: account) }
        && chain(way.group)?.allSatisfy { poolHolds($0, account: account) } == true
    }
  }

  /// What is given to the operator itself comes through its home; every group it is in, and those
  /// above, hand down through themselves.
  private func ways(to person: Operator) -> [(holdings: Holdings, group: Name)] {
    let around = ([person.home] + person.joined).flatMap { chain($0, whole: false) ?? [] }
    return [(person.holdings, person.home)]
      + Set(around).compactMap { name in policy.groups[name].map { ($0.handsDown, name) } }
  }

  // MARK: Trees and sets

  /// A group and all above it; `nil` when that does not end at a root.
  private func chain(_ group: Name, whole: Bool = true) -> [Name]? {
    var names: [Name] = []
    var next: Name? = group
    while let name = next {
      guard let node = policy.groups[name], !names.contains(name) else {
        return whole ? nil : names
      }
      names.append(name)
      next = node.parent
    }
    return names
  }

  private func poolHolds(_ group: Name, _ point: Target) -> Bool {
    guard case .within(let pool)? = policy.groups[group]?.pool else { return true }
    return names(Array(pool.menus.nodes), menu: point.menu)
      && poolHolds(group, product: point.product) && poolHolds(group, account: point.account)
  }

  private func poolHolds(_ group: Name, product: ProductCode?) -> Bool {
    guard case .within(let pool)? = policy.groups[group]?.pool else { return true }
    return names(Array(pool.products.nodes), product: product)
  }

  private func poolHolds(_ group: Name, account: AccountCode?) -> Bool {
    guard case .within(let pool)? = policy.groups[group]?.pool else { return true }
    return names(pool.accounts, account: account)
  }

  private func isEntitled(product: ProductCode?) -> Bool {
    names(Array(policy.entitlement.products.nodes), product: product)
  }

  private func menusOfGroup(_ name: Name) -> [MenuCode] {
    policy.menuGroups[name].map { Array($0.nodes) } ?? []
  }

  private func products(_ name: Name) -> [ProductCode] {
    policy.productGroups[name].map { Array($0.nodes) } ?? []
  }

  private func reachedRoles(_ given: [Name]) -> Set<Name> {
    var reached = Set(given)
    for _ in policy.roles {
      reached.formUnion(reached.flatMap { policy.roles[$0]?.includes ?? [] })
    }
    return reached
  }

  private func held<Value>(_ given: [Given<Value>]) -> [Value] {
    given.filter { given in
      guard let instant else { return true }
      return given.validity.from.map { $0 <= instant } != false
        && given.validity.until.map { instant < $0 } != false
    }.map(\.value)
  }

  /// Whether one of the nodes is the menu or above it; the wildcard is above everything that is
  /// under a root without administration.
  private func names(_ nodes: [MenuCode], menu: MenuCode) -> Bool {
    let path = menu.text.split(separator: ".")
    let root = policy.catalogue.menus[MenuCode(unchecked: String(path[0]))]
    return nodes.contains { node in
      node.text == "*"
        ? root.map { !$0.contains(.administrative) } == true
        : path.starts(with: node.text.split(separator: "."))
    }
  }

  private func names(_ nodes: [ProductCode], product: ProductCode?) -> Bool {
    guard let path = product?.text.split(separator: ".") else { return true }
    let root = ProductCode(unchecked: String(path[0]))
    return nodes.contains { node in
      node.text == "*"
        ? policy.catalogue.products.contains(root)
        : path.starts(with: node.text.split(separator: "."))
    }
  }

  private func names(_ accounts: AccountSet, account: AccountCode?) -> Bool {
    guard let account, case .some(let named) = accounts else { return true }
    return named.contains(account)
  }
}
