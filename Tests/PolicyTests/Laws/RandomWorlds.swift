import Policy
import TestSupport

/// Tenants that are larger than can be enumerated, from a seed: deep groups, roles that include
/// each other in circles, grants that begin and end.
struct RandomWorlds {
  static let menus: [MenuCode] = ["trade", "trade.view", "trade.create", "funds", "*", "operators"]
  static let products: [ProductCode] = ["PNG", "PNG.SH", "LNG", "*"]
  static let groups: [Name] = ["A", "B", "C", "D", .rootGroup]
  static let roles: [Name] = ["R1", "R2", "R3", "R4"]
  static let instants: [Instant] = [0, 10, 20]
  static let usernames: [Username] = ["person-1", "person-2", "person-3"]

  static let points: [Target] =
    (["trade.view", "trade.create", "funds.query", "operators.read"] as [MenuCode]).flatMap {
      menu in
      ([nil, "PNG.SH.D1", "PNG.BJ", "LNG"] as [ProductCode?]).flatMap { product in
        ([nil, "T1", "T2"] as [AccountCode?]).map {
          Target(menu: menu, product: product, account: $0)
        }
      }
    }

  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func world() -> TenantPolicy {
    var world = TenantPolicy.member()
    world.entitlement.menus = MenuSet(random.some(Self.menus))
    world.entitlement.products = ProductSet(random.some(Self.products))
    for role in Self.roles {
      world.roles[role] = Role(
        menus: MenuSet(random.some(Self.menus)), products: ProductSet(random.some(Self.products)),
        accounts: accounts(), includes: Set(random.some(Self.roles)))
    }
    world.menuGroups = ["M1": MenuSet(random.some(Self.menus))]
    world.productGroups = ["P1": ProductSet(random.some(Self.products))]
    var above = [Name.rootGroup]
    for group in Self.groups.dropLast() {
      let pool: UserGroup.Pool = random.chance(oneIn: 2) ? .everything : .within(rectangle())
      world.groups[group] = UserGroup(
        parent: random.pick(above), pool: pool, handsDown: holdings())
      above.append(group)
    }
    for username in Self.usernames {
      world.operators[username] = Operator(
        isMaster: random.chance(oneIn: 12), home: random.pick(above),
        joined: Set(random.chance(oneIn: 3) ? random.some(above) : []), holdings: holdings())
    }
    return world
  }

  mutating func rectangle() -> Rectangle {
    Rectangle(
      menus: MenuSet(random.some(Self.menus)), products: ProductSet(random.some(Self.products)),
      accounts: accounts())
  }

  mutating func accounts() -> AccountSet {
    random.pick([.none, .every, .some(["T1"]), .some(["T2"]), .some(["T1", "T2"])])
  }

  mutating func holdings() -> Holdings {
    var holdings = Holdings()
    guard random.chance(oneIn: 2) else { return holdings }
    holdings.menus = given(Self.menus)
    holdings.products = given(Self.products)
    holdings.accounts = [Given(accounts())]
    holdings.roles = given(Self.roles)
    holdings.menuGroups = given(["M1", "M2"])
    holdings.productGroups = given(["P1"])
    return holdings
  }

  private mutating func given<Value>(_ values: [Value]) -> [Given<Value>] {
    values.compactMap { value in
      guard random.chance(oneIn: 4) else { return nil }
      let window = Validity(from: random.pick([nil, nil, 10]), until: random.pick([nil, nil, 20]))
      return Given(value, validity: window)
    }
  }
}
