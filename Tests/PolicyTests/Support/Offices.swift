import Policy

/// A member with administrators at each height, for the gate to be tried on.
///
/// The root stands over `A` and `C`, and `A` over `B`. `boss-0001` and `peer-0001` administer `A`,
/// `lead-0001` `B`, `other-001` `C`.
enum Offices {
  static let usernames: [Username] = [
    "master-01", "boss-0001", "peer-0001", "lead-0001", "other-001", "user-a-1", "user-b-1",
    "user-c-1",
  ]
  static let newcomer: Username = "new-00001"
  static let groups: [Name] = [.rootGroup, "A", "B", "C"]
  static let poolOfA = Rectangle(
    menus: ["trade", "member"], products: ["PNG"], accounts: .every)
  static let poolOfB = Rectangle(
    menus: ["trade.view", "trade.create"], products: ["PNG"], accounts: .some(["T1"]))

  static func world() -> TenantPolicy {
    var world = TenantPolicy.member()
    world.group("A", pool: .within(poolOfA), administrators: ["boss-0001", "peer-0001"])
    world.group("B", below: "A", pool: .within(poolOfB), administrators: ["lead-0001"])
    world.group("C", administrators: ["other-001"])
    world.roles = [
      "View": Role(menus: ["trade.view"]),
      "Funds": Role(menus: ["funds", "trade"], products: ["LNG"], accounts: .every),
    ]
    world.menuGroups = ["Desk": ["trade.create"]]
    world.productGroups = ["Gas": ["PNG.SH"]]
    world.groups["C"]?.handsDown = Holdings(roles: ["Funds"])
    world.operators["master-01"] = Operator(isMaster: true)
    world.person("boss-0001", home: "A")
    world.person("peer-0001", home: "B", menus: ["trade.view"])
    world.person("lead-0001", home: "B")
    world.person("other-001", home: "C")
    world.person("user-a-1", home: "A", products: ["PNG"], roles: ["View"])
    world.person("user-b-1", home: "B", menus: ["trade.create"], accounts: .some(["T1"]))
    world.operators["user-b-1"]?.joined = ["C"]
    world.person("user-c-1", home: "C", products: ["*"], accounts: .every, roles: ["View"])
    world.operators["user-c-1"]?.state = .suspended
    world.operators["user-c-1"]?.holdings.menuGroups = [Given("Desk")]
    return world
  }
}

extension Gate {
  /// The gate over everything that two states hold, as if all of it were touched.
  init(
    from before: TenantPolicy, to after: TenantPolicy, by actor: Actor,
    separations: [Separation] = [], issued: Set<Username> = []
  ) {
    var touched = Touched()
    touched.issued = issued
    touched.operators = Set(before.operators.keys).union(after.operators.keys)
    touched.groups = Set(before.groups.keys).union(after.groups.keys)
    touched.roles = Set(before.roles.keys).union(after.roles.keys)
    touched.menuGroups = Set(before.menuGroups.keys).union(after.menuGroups.keys)
    touched.productGroups = Set(before.productGroups.keys).union(after.productGroups.keys)
    self.init(
      before: before, after: after, actor: actor, touched: touched, separations: separations,
      now: Clock.now)
  }
}

extension TenantPolicy {
  /// What speaks against a change of this tenant by an operator of it.
  func violations(
    by username: Username, separations: [Separation] = [],
    _ change: (inout TenantPolicy) -> Void
  ) -> [Violation] {
    violations(by: .insider(username), separations: separations, change)
  }

  /// What speaks against a change of this tenant.
  func violations(
    by actor: Actor, separations: [Separation] = [], _ change: (inout TenantPolicy) -> Void
  ) -> [Violation] {
    var after = self
    change(&after)
    return Gate(from: self, to: after, by: actor, separations: separations).violations()
  }
}

extension [Violation] {
  /// Those who would gain what they may not be given.
  var gainers: [Username] {
    compactMap { if case .gain(let username, _) = $0 { username } else { nil } }
  }
}
