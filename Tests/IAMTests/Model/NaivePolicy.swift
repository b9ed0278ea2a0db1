import Policy

/// One action on one product and account, each of which may be left unnamed.
struct Point: Hashable {
  var menu: String
  var product: String?
  var account: String?
}

/// Permissions computed point by point, from the sentences of the model and nothing else: plain,
/// and not by the code that it judges.
struct NaivePolicy {
  let world: TenantPolicy
  let now: Instant
  private let opened: NaiveRectangle
  /// For each group the pools of it and of all above it, but those that are everything.
  private let ceilings: [Name: [NaiveRectangle]]

  init(world: TenantPolicy, now: Instant) {
    self.world = world
    self.now = now
    opened = NaiveRectangle(world.entitlement.rectangle)
    ceilings = Dictionary(
      uniqueKeysWithValues: world.groups.keys.map { name in
        var pools: [NaiveRectangle] = []
        var next: Name? = name
        while let name = next, let node = world.groups[name] {
          if case .within(let pool) = node.pool { pools.append(NaiveRectangle(pool)) }
          next = node.parent
        }
        return (name, pools)
      })
  }

  // MARK: What somebody may do

  /// Whether grants and ceilings permit a point, whatever the states are.
  func permits(_ username: Username, _ point: Point) -> Bool {
    permits(username, [point]) == [true]
  }

  /// The same for many points, in their order.
  func permits(_ username: Username, _ points: [Point]) -> [Bool] {
    guard let person = world.operators[username], person.state != .offboarded else {
      return points.map { _ in false }
    }
    if person.isMaster { return points.map(isEntitled) }
    let ways = ways(of: person)
    return points.map { point in isEntitled(point) && ways.contains { permits($0, point, ways) } }
  }

  /// Something held, and the group through which it came.
  private struct Way {
    var menus: [String]
    var products: [String]
    var accounts: [AccountSet]
    var roles: [(sides: NaiveRectangle, hasProducts: Bool, hasAccounts: Bool)]
    var group: Name
  }

  private func ways(of person: Operator) -> [Way] {
    [way(person.holdings, person.home)]
      + groupsAround(person).compactMap { name in
        world.groups[name].map { way($0.handsDown, name) }
      }
  }

  private func way(_ held: Holdings, _ group: Name) -> Way {
    Way(
      menus: current(held.menus).map(\.text)
        + current(held.menuGroups).flatMap { world.menuGroups[$0]?.nodes.map(\.text) ?? [] },
      products: current(held.products).map(\.text)
        + current(held.productGroups).flatMap {
          world.productGroups[$0]?.nodes.map(\.text) ?? []
        },
      accounts: current(held.accounts),
      roles: rolesHeld(from: current(held.roles)).compactMap { world.roles[$0] }.map { role in
        (
          NaiveRectangle(
            Rectangle(menus: role.menus, products: role.products, accounts: role.accounts)),
          !role.products.isEmpty, !role.accounts.isEmpty
        )
      },
      group: group)
  }

  func groupsAround(_ person: Operator) -> Set<Name> {
    var names: Set<Name> = []
    for start in [person.home] + person.joined {
      var next: Name? = start
      while let name = next, names.insert(name).inserted { next = world.groups[name]?.parent }
    }
    return names
  }

  private func permits(_ way: Way, _ point: Point, _ ways: [Way]) -> Bool {
    guard isInside(way.group, point) else { return false }
    if Naive.isMenu(point.menu, in: way.menus), ownsProduct(ways, point), ownsAccount(ways, point) {
      return true
    }
    return way.roles.contains { role in
      Naive.isMenu(point.menu, in: role.sides.menus)
        && (role.hasProducts
          ? Naive.isProduct(point.product, in: role.sides.products) : ownsProduct(ways, point))
        && (role.hasAccounts
          ? Naive.isAccount(point.account, in: role.sides.accounts) : ownsAccount(ways, point))
    }
  }

  private func ownsProduct(_ ways: [Way], _ point: Point) -> Bool {
    guard point.product != nil else { return true }
    return ways.contains { way in
      Naive.isProduct(point.product, in: way.products)
        && ceilings[way.group, default: []].allSatisfy {
          Naive.isProduct(point.product, in: $0.products)
        } && Naive.isProduct(point.product, in: opened.products)
    }
  }

  private func ownsAccount(_ ways: [Way], _ point: Point) -> Bool {
    guard point.account != nil else { return true }
    return ways.contains { way in
      way.accounts.contains { Naive.isAccount(point.account, in: $0) }
        && ceilings[way.group, default: []].allSatisfy {
          Naive.isAccount(point.account, in: $0.accounts)
        }
    }
  }

  // MARK: Roles

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
    guard person.state != .offboarded else { return [] }
    let handed = groupsAround(person).compactMap { world.groups[$0]?.handsDown.roles }
    return rolesHeld(from: ([person.holdings.roles] + handed).flatMap(current))
  }

  // MARK: Ceilings

  func isEntitled(_ point: Point) -> Bool {
    Naive.isMenu(point.menu, in: opened.menus)
      && Naive.isProduct(point.product, in: opened.products)
  }

  /// Whether a group's administrators may hand out a point.
  func isInside(_ group: Name, _ point: Point) -> Bool {
    isEntitled(point)
      && ceilings[group, default: []].allSatisfy {
        Naive.isMenu(point.menu, in: $0.menus) && Naive.isProduct(point.product, in: $0.products)
          && Naive.isAccount(point.account, in: $0.accounts)
      }
  }

  /// The same for a product alone.
  func isProductInside(_ group: Name, _ product: String) -> Bool {
    Naive.isProduct(product, in: opened.products)
      && ceilings[group, default: []].allSatisfy { Naive.isProduct(product, in: $0.products) }
  }

  /// The products that pools name: terms among them, which no catalogue lists.
  var pooledProducts: [String] { ceilings.values.flatMap { $0.flatMap(\.products) } }

  /// The same for an account alone.
  func isAccountInside(_ group: Name, _ account: String) -> Bool {
    ceilings[group, default: []].allSatisfy { Naive.isAccount(account, in: $0.accounts) }
  }

  /// Whether each side of a point lies below the ceiling of some group around an operator.
  func isBelowCeilings(_ person: Operator, _ point: Point) -> Bool {
    if person.isMaster { return isEntitled(point) }
    let sides = [
      Point(menu: point.menu), Point(menu: point.menu, product: point.product),
      Point(menu: point.menu, account: point.account),
    ]
    let pools = groupsAround(person).compactMap { ceilings[$0] }
    return isEntitled(point)
      && pools.contains { $0.allSatisfy { Naive.isMenu(sides[0].menu, in: $0.menus) } }
      && pools.contains { $0.allSatisfy { Naive.isProduct(sides[1].product, in: $0.products) } }
      && pools.contains { $0.allSatisfy { Naive.isAccount(sides[2].account, in: $0.accounts) } }
  }

  // MARK: Logging in

  /// Whether somebody can really log in.
  func isAble(_ username: Username) -> Bool {
    guard let person = world.operators[username] else { return false }
    return person.state == .active && isCurrent(person.validity) && !person.loginPasswordPending
      && (person.lockedUntil.map { $0 <= now } ?? true)
  }

  func isCurrent(_ validity: Validity) -> Bool {
    (validity.from ?? now) <= now && (validity.until.map { now < $0 } ?? true)
  }

  private func current<Value>(_ given: [Given<Value>]) -> [Value] {
    given.filter { isCurrent($0.validity) }.map(\.value)
  }
}

/// The sides of a rectangle as texts.
struct NaiveRectangle {
  var menus: [String]
  var products: [String]
  var accounts: AccountSet

  init(_ rectangle: Rectangle) {
    menus = rectangle.menus.nodes.map(\.text)
    products = rectangle.products.nodes.map(\.text)
    accounts = rectangle.accounts
  }
}

/// What lies below what, by the texts of the codes.
enum Naive {
  private static let administrative: Set = [
    "operators", "menu-groups", "product-groups", "roles", "groups", "separation", "sessions",
    "policy", "audit", "reports", "config", "exchange",
  ]

  static func isUnder(_ code: String, _ node: String) -> Bool {
    code.utf8.starts(with: node.utf8)
      && (code.utf8.count == node.utf8.count
        || code.utf8.dropFirst(node.utf8.count).first == UInt8(ascii: "."))
  }

  static func isMenu(_ menu: String, in nodes: [String]) -> Bool {
    nodes.contains { node in
      guard node == "*" else { return isUnder(menu, node) }
      return !administrative.contains(menu.split(separator: ".").first.map(String.init) ?? menu)
    }
  }

  static func isProduct(_ product: String?, in nodes: [String]) -> Bool {
    guard let product else { return true }
    return nodes.contains { $0 == "*" || isUnder(product, $0) }
  }

  static func isAccount(_ account: String?, in accounts: AccountSet) -> Bool {
    guard let account else { return true }
    return switch accounts {
    case .every: true
    case .some(let some): some.contains { $0.text == account }
    }
  }
}
