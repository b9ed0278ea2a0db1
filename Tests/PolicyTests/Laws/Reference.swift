import Policy

/// The meaning of one operator's permissions, point by point, as naive as can be: lists, no set
/// algebra, no rectangles.
///
/// A point is a menu with a product and an account, either of which may be left out. Everything is
/// asked of one point at a time, in the words of the model.
struct Reference {
  /// A way by which things come to the operator: what is given there, and the pools above it.
  struct Way {
    var menus: [MenuCode]
    var products: [ProductCode]
    var accounts: [AccountSet]
    var roles: [Role]
    /// The pools that cut it; `nil` where they do not end at a root.
    var pools: [Rectangle]?
  }

  let policy: TenantPolicy
  let isMaster: Bool
  let ways: [Way]

  /// Takes an operator at an instant; `nil` disregards every validity.
  init(_ policy: TenantPolicy, _ person: Operator, at instant: Instant?) {
    self.policy = policy
    isMaster = person.isMaster
    let around = Set(([person.home] + person.joined).flatMap { policy.above($0) })
    let given =
      [(person.holdings, person.home)]
      + around.compactMap { name in policy.groups[name].map { ($0.handsDown, name) } }
    ways = given.map { holdings, group in
      Way(
        menus: holdings.menus.given(at: instant)
          + holdings.menuGroups.given(at: instant).flatMap { policy.menuGroups[$0]?.nodes ?? [] },
        products: holdings.products.given(at: instant)
          + holdings.productGroups.given(at: instant)
          .flatMap { policy.productGroups[$0]?.nodes ?? [] },
        accounts: holdings.accounts.given(at: instant),
        roles: policy.reached(holdings.roles.given(at: instant)),
        pools: policy.pools(over: group))
    }
  }

  /// Whether a grant lets the operator reach the point, whatever states say.
  func permits(_ point: Target) -> Bool {
    guard policy.isEntitled(point) else { return false }
    return isMaster
      || ways.contains { way in
        gives(way, point)
          && way.pools?.allSatisfy { policy.holds($0, point) } == true
      }
  }

  private func gives(_ way: Way, _ point: Target) -> Bool {
    let direct =
      policy.names(way.menus, menu: point.menu) && owns(point.product) && owns(point.account)
    return direct
      || way.roles.contains { role in
        policy.names(Array(role.menus.nodes), menu: point.menu)
          && (role.products.nodes.isEmpty
            ? owns(point.product)
            : policy.names(Array(role.products.nodes), product: point.product))
          && (role.accounts == .none ? owns(point.account) : names(role.accounts, point.account))
      }
  }

  private func owns(_ product: ProductCode?) -> Bool {
    product == nil
      || ways.contains { way in
        policy.names(way.products, product: product)
          && policy.names(Array(policy.entitlement.products.nodes), product: product)
          && way.pools?.allSatisfy {
            policy.names(Array($0.products.nodes), product: product)
          } == true
      }
  }

  private func owns(_ account: AccountCode?) -> Bool {
    account == nil
      || ways.contains { way in
        way.accounts.contains { names($0, account) }
          && way.pools?.allSatisfy { names($0.accounts, account) } == true
      }
  }
}

private func names(_ accounts: AccountSet, _ account: AccountCode?) -> Bool {
  guard let account, case .some(let named) = accounts else { return true }
  return named.contains(account)
}

private func lies(_ code: String, at node: String) -> Bool {
  code == node || code.hasPrefix(node + ".")
}

extension TenantPolicy {
  /// Whether the entitlement holds the point.
  func isEntitled(_ point: Target) -> Bool {
    names(Array(entitlement.menus.nodes), menu: point.menu)
      && names(Array(entitlement.products.nodes), product: point.product)
  }

  /// Whether the entitlement and all pools over a group hold the point.
  func isBelowCeiling(_ group: Name, _ point: Target) -> Bool {
    isEntitled(point) && pools(over: group)?.allSatisfy { holds($0, point) } == true
  }

  fileprivate func holds(_ pool: Rectangle, _ point: Target) -> Bool {
    names(Array(pool.menus.nodes), menu: point.menu)
      && names(Array(pool.products.nodes), product: point.product)
      && PolicyTests.names(pool.accounts, point.account)
  }

  /// A group and all above it that are there, each once.
  func above(_ group: Name) -> [Name] {
    var names: [Name] = []
    var next: Name? = group
    while let name = next, let node = groups[name], !names.contains(name) {
      names.append(name)
      next = node.parent
    }
    return names
  }

  fileprivate func pools(over group: Name) -> [Rectangle]? {
    let path = above(group).compactMap { groups[$0] }
    guard let root = path.last, root.parent == nil else { return nil }
    return path.compactMap { node in
      if case .within(let pool) = node.pool { pool } else { nil }
    }
  }

  fileprivate func reached(_ given: [Name]) -> [Role] {
    var names = Set(given)
    for _ in roles { names.formUnion(names.flatMap { roles[$0]?.includes ?? [] }) }
    return names.compactMap { roles[$0] }
  }

  /// Whether one of the nodes is the menu or above it; the wildcard is above everything that is
  /// under a root without administration.
  fileprivate func names(_ nodes: [MenuCode], menu: MenuCode) -> Bool {
    nodes.contains { node in
      guard node.text == "*" else { return lies(menu.text, at: node.text) }
      return catalogue.menus.contains { root, marks in
        lies(menu.text, at: root.text) && !root.text.contains(".")
          && !marks.contains(.administrative)
      }
    }
  }

  fileprivate func names(_ nodes: [ProductCode], product: ProductCode?) -> Bool {
    guard let product else { return true }
    return nodes.contains { node in
      node.text == "*"
        ? catalogue.products.contains { lies(product.text, at: $0.text) }
        : lies(product.text, at: node.text)
    }
  }
}

extension Sequence {
  /// The values that hold at an instant.
  fileprivate func given<Value>(at instant: Instant?) -> [Value] where Element == Given<Value> {
    filter { given in
      guard let instant else { return true }
      return given.validity.from.map { $0 <= instant } != false
        && given.validity.until.map { instant < $0 } != false
    }.map(\.value)
  }
}
