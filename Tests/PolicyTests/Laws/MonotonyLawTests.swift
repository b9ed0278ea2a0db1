import Policy
import TestSupport
import Testing

/// What adds, what takes away, and what does neither.
struct MonotonyLawTests {
  static let seeds = 0..<8 as Range<UInt64>

  /// The points that an operator reaches, its grants at an instant deciding.
  static func permitted(
    _ world: TenantPolicy, _ username: Username, at instant: Instant = 10
  ) -> Set<Target> {
    let grants = world.can(username, at: instant).map(\.effective)
    return Set(RandomWorlds.points.filter { point in grants.contains { $0.covers(point) } })
  }

  /// Tries a change on random worlds and compares what everybody reached before and after.
  private func compare(
    _ seed: UInt64, _ change: (inout TenantPolicy, inout RandomWorlds) -> Void,
    _ holds: (_ before: Set<Target>, _ after: Set<Target>) -> Bool
  ) {
    var worlds = RandomWorlds(seed: seed)
    for _ in 0..<12 {
      let before = worlds.world()
      var after = before
      change(&after, &worlds)
      for username in before.operators.keys {
        let permitted = Self.permitted
        #expect(holds(permitted(before, username, 10), permitted(after, username, 10)))
      }
    }
  }

  @Test(arguments: seeds) func `adding a grant never removes a permission`(_ seed: UInt64) {
    compare(
      seed,
      { world, worlds in
        let username = worlds.random.pick(RandomWorlds.usernames)
        let group = worlds.random.pick(RandomWorlds.groups)
        let more = worlds.holdings()
        world.operators[username]?.holdings.add(more)
        world.groups[group]?.handsDown.add(worlds.holdings())
      }, { $0.isSubset(of: $1) })
  }

  @Test(arguments: seeds) func `removing a grant never adds a permission`(_ seed: UInt64) {
    compare(
      seed,
      { world, worlds in
        for username in RandomWorlds.usernames {
          guard var person = world.operators[username] else { continue }
          person.holdings.menus = worlds.random.some(person.holdings.menus)
          person.holdings.accounts = worlds.random.some(person.holdings.accounts)
          person.holdings.roles = worlds.random.some(person.holdings.roles)
          person.holdings.productGroups = []
          world.operators[username] = person
        }
      }, { $1.isSubset(of: $0) })
  }

  @Test(arguments: seeds) func `deleting a role or an inclusion never adds a permission`(
    _ seed: UInt64
  ) {
    compare(
      seed,
      { world, worlds in
        world.roles[worlds.random.pick(RandomWorlds.roles)] = nil
        world.roles[worlds.random.pick(RandomWorlds.roles)]?.includes = []
      }, { $1.isSubset(of: $0) })
  }

  @Test(arguments: seeds) func `narrowing a pool or the entitlement takes away at once`(
    _ seed: UInt64
  ) {
    compare(
      seed,
      { world, worlds in
        let group = worlds.random.pick(RandomWorlds.groups)
        if let pool = world.groups[group]?.pool {
          let narrower = worlds.rectangle().intersection(pool.named ?? world.opened)
          world.groups[group]?.pool = .within(narrower)
        }
        world.entitlement.menus = MenuSet(worlds.random.some(Array(world.entitlement.menus.nodes)))
      }, { $1.isSubset(of: $0) })
  }

  @Test(arguments: seeds) func `nobody but the master reaches beyond a ceiling above`(
    _ seed: UInt64
  ) {
    var worlds = RandomWorlds(seed: seed)
    let world = worlds.world()
    for (username, person) in world.operators {
      let around = Set(([person.home] + person.joined).flatMap { world.above($0) })
      for point in Self.permitted(world, username) {
        #expect(world.isEntitled(point))
        #expect(person.isMaster || around.contains { world.isBelowCeiling($0, point) })
      }
    }
  }

  /// An order-dependent answer is a mistake that peers have published.
  @Test(arguments: seeds) func `order decides nothing`(_ seed: UInt64) {
    var worlds = RandomWorlds(seed: seed)
    for _ in 0..<10 {
      let world = worlds.world()
      var other = world
      for username in RandomWorlds.usernames {
        other.operators[username]?.holdings.shuffle(&worlds.random)
      }
      for group in RandomWorlds.groups { other.groups[group]?.handsDown.shuffle(&worlds.random) }
      for username in RandomWorlds.usernames {
        #expect(world.can(username, at: 10) == other.can(username, at: 10))
        let request = Request(
          username: username, target: worlds.random.pick(RandomWorlds.points), instant: 10)
        #expect(world.explain(request) == other.explain(request))
      }
    }
  }

  @Test(arguments: seeds) func `what an operator does not reach changes nothing for it`(
    _ seed: UInt64
  ) {
    var worlds = RandomWorlds(seed: seed)
    let world = worlds.world()
    var other = world
    other.groups["Far"] = UserGroup(
      parent: .rootGroup, pool: .everything, handsDown: worlds.holdings())
    other.roles["Far"] = Role(menus: ["*", "operators"], includes: ["R1"])
    other.menuGroups["Far"] = ["*"]
    other.person("stranger-1", home: "Far", menus: ["*"], roles: ["Far"])
    for username in RandomWorlds.usernames {
      #expect(world.can(username, at: 10) == other.can(username, at: 10))
    }
  }

  @Test func `a role for one product and a role for another never add up to both`() {
    var world = TenantPolicy.member()
    world.roles = [
      "Trader": Role(menus: ["trade"], products: ["PNG"], accounts: .some(["T1"])),
      "Clerk": Role(menus: ["funds"], products: ["LNG"], accounts: .some(["T2"])),
    ]
    world.person("person-1", roles: ["Trader", "Clerk"])
    #expect(
      world.answer("person-1", "trade.create", product: "PNG", account: "T1").isAllowed)
    #expect(world.answer("person-1", "funds.query", product: "LNG", account: "T2").isAllowed)
    for (product, account) in [("LNG", "T1"), ("PNG", "T2"), ("LNG", "T2")]
      as [(ProductCode, AccountCode)]
    {
      let answer = world.answer("person-1", "trade.create", product: product, account: account)
      #expect(answer.reason == (product == "LNG" ? .productNotGranted : .accountNotGranted))
    }
  }

  @Test func `granting a node grants what is added below it later`() {
    var world = TenantPolicy.member()
    world.person("person-1", menus: ["trade"], products: ["PNG"])
    #expect(world.answer("person-1", "trade.later.new", product: "PNG").reason == .menuUnknown)
    var menus = world.catalogue.menus
    menus["trade.later"] = []
    menus["trade.later.new"] = [.needsProduct]
    world.catalogue = Catalogue(menus: menus, products: ["PNG", "PNG.XX"])
    #expect(world.answer("person-1", "trade.later.new", product: "PNG.XX.D1").isAllowed)
  }

  @Test func `a star over accounts holds accounts that are opened later`() {
    var world = TenantPolicy.member()
    world.person("person-1", menus: ["funds"], accounts: .every)
    world.accounts["T9"] = .open
    #expect(world.answer("person-1", "funds.query", account: "T9").isAllowed)
  }

  @Test(arguments: [["*"], ["trade"], ["trade", "*"]] as [[MenuCode]])
  func `no wildcard and no other root includes an administrative menu`(_ menus: [MenuCode]) {
    var world = TenantPolicy.member()
    world.menuGroups["All"] = MenuSet(menus)
    world.roles["All"] = Role(menus: MenuSet(menus))
    world.person("person-1", menus: menus, roles: ["All"])
    world.operators["person-1"]?.holdings.menuGroups = [Given("All")]
    #expect(world.answer("person-1", "trade.view").isAllowed)
    #expect(world.answer("person-1", "operators.grant").reason == .menuNotGranted)
    world.operators["person-1"]?.holdings.menus = [Given("operators")]
    #expect(world.answer("person-1", "operators.grant").isAllowed)
    world.entitlement.menus = ["*"]
    #expect(world.answer("person-1", "operators.grant").reason == .outsideEntitlement)
  }

  @Test func `an included role may be active by itself, one not held never`() {
    var world = TenantPolicy.member()
    world.roles = [
      "Both": Role(menus: ["trade"], includes: ["Part"]), "Part": Role(menus: ["funds"]),
      "Other": Role(menus: ["member"]),
    ]
    world.person("person-1", roles: ["Both"])
    let part = SessionFacts(keyVerified: true, activeRoles: ["Part", "Other"])
    #expect(world.answer("person-1", "funds.keyed", session: part).isAllowed)
    #expect(world.answer("person-1", "trade.view", session: part).reason == .menuNotGranted)
    #expect(world.answer("person-1", "member.view", session: part).reason == .menuNotGranted)
    let none = SessionFacts(activeRoles: [])
    #expect(world.answer("person-1", "trade.view", session: none).reason == .menuNotGranted)
  }

  @Test func `groups in a circle hand out nothing and end`() {
    var world = TenantPolicy.member()
    world.group("A", below: "B")
    world.group("B", below: "A")
    world.person("person-1", home: "A", menus: ["trade"])
    #expect(world.ceiling(of: "A") == .empty)
    #expect(world.answer("person-1", "trade.view").reason == .outsidePool)
  }
}

extension Holdings {
  fileprivate mutating func add(_ more: Holdings) {
    menus += more.menus
    products += more.products
    accounts += more.accounts
    menuGroups += more.menuGroups
    productGroups += more.productGroups
    roles += more.roles
  }

  fileprivate mutating func shuffle(_ random: inout SplitMix64) {
    menus.shuffle(using: &random)
    products.shuffle(using: &random)
    accounts.shuffle(using: &random)
    roles.shuffle(using: &random)
    menuGroups.shuffle(using: &random)
    productGroups.shuffle(using: &random)
  }
}

extension UserGroup.Pool {
  fileprivate var named: Rectangle? {
    if case .within(let pool) = self { pool } else { nil }
  }
}
