import Policy

/// Every tenant that can be made of a few choices in each place, numbered.
enum SmallWorlds {
  static let username: Username = "trader01"
  static let catalogue = Catalogue(
    menus: ["trade": [], "trade.a": [], "trade.b": [], "ops": [.administrative], "ops.x": []],
    products: ["PNG", "LNG"])

  /// Questions about these worlds, one about a menu that is not there yet included.
  static let points: [Target] =
    (["trade.a", "trade.b", "ops.x"] as [MenuCode])
    .flatMap { menu in
      [
        Target(menu: menu), Target(menu: menu, product: "PNG"), Target(menu: menu, account: "T2"),
        Target(menu: menu, product: "PNG", account: "T1"),
        Target(menu: menu, product: "LNG", account: "T1"),
        Target(menu: menu, product: "LNG", account: "T2"),
      ]
    } + [Target(menu: "trade.new"), Target(menu: "trade.new", product: "PNG", account: "T1")]

  private static let narrow = UserGroup.Pool.within(
    Rectangle(menus: ["trade.a"], products: ["PNG"], accounts: .some(["T1"])))
  private static let wide = UserGroup.Pool.within(
    Rectangle(menus: ["*", "ops"], products: ["*"], accounts: .every))

  typealias Choice = @Sendable (inout TenantPolicy, inout Operator) -> Void

  /// Each row is one place of the world, each entry one way to fill it.
  static let choices: [[Choice]] = [
    [
      { world, _ in world.entitlement = Entitlement(menus: ["trade"], products: ["PNG", "LNG"]) },
      { world, _ in world.entitlement = Entitlement(menus: ["*"], products: ["*"]) },
      { world, _ in world.entitlement = Entitlement(menus: ["trade.a", "ops"], products: ["PNG"]) },
    ],
    [
      { world, _ in world.groups["A"]?.pool = wide },
      { world, _ in world.groups["A"]?.pool = narrow },
    ],
    [{ _, _ in }, { world, _ in world.groups["B"]?.parent = "A" }],
    [{ _, person in person.home = "A" }, { _, person in person.home = "B" }],
    [{ _, _ in }, { _, person in person.joined = ["A", "B"] }],
    [
      { _, _ in },
      { _, person in person.holdings.menus = [Given("*")] },
      { world, person in
        world.menuGroups["Sets"] = ["trade.b", "ops.x"]
        person.holdings.menuGroups = [Given("Sets")]
      },
    ],
    [
      { _, _ in }, { _, person in person.holdings.products = [Given("PNG")] },
      { world, _ in
        world.productGroups["Sets"] = ["LNG"]
        world.groups["B"]?.handsDown.productGroups = [Given("Sets")]
      },
    ],
    [
      { _, person in person.holdings.accounts = [Given(.some(["T1"]))] },
      { world, _ in world.groups["A"]?.handsDown.accounts = [Given(.every)] },
    ],
    [
      { world, _ in world.roles["R"] = Role(menus: ["trade.b"]) },
      { world, _ in
        world.roles["R"] = Role(
          menus: ["trade"], products: ["LNG"], accounts: .some(["T2"]), includes: ["S"])
      },
    ],
    [
      { _, _ in }, { _, person in person.holdings.roles = [Given("R")] },
      { _, person in person.holdings.roles = [Given("S")] },
      { world, _ in world.groups["A"]?.handsDown.roles = [Given("S")] },
    ],
  ]

  static let count = choices.reduce(1) { $0 * $1.count }

  /// The world of a number from 0 up to but not including ``count``.
  static func world(_ number: Int) -> TenantPolicy {
    var world = TenantPolicy(
      catalogue: catalogue,
      tenant: Tenant(code: "M000001", kind: .member, state: .approved, hasBeenApproved: true),
      entitlement: Entitlement(menus: [], products: []))
    world.accounts = ["T1": .open, "T2": .open]
    world.group("A")
    world.group("B")
    world.roles["S"] = Role(menus: ["trade.a", "ops"], products: ["PNG"], includes: ["R"])
    var person = Operator()
    var rest = number
    for row in choices {
      row[rest % row.count](&world, &person)
      rest /= row.count
    }
    world.operators[username] = person
    return world
  }

  /// Some of the worlds, spread evenly.
  static func sample(every step: Int, from first: Int = 0) -> some Sequence<TenantPolicy> {
    stride(from: first, to: count, by: step).lazy.map(world)
  }
}
