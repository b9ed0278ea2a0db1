import Policy
import Testing

/// The gate, rule by rule.
struct GateTests {
  let world = Offices.world()

  @Test(arguments: ["master-01", "boss-0001", "lead-0001", "user-a-1"] as [Username])
  func `nobody changes itself`(_ username: Username) {
    let changes: [(inout Operator) -> Void] = [
      { $0.holdings.menus.append(Given("trade")) }, { $0.state = .suspended },
      { $0.home = "C" }, { $0.isMaster.toggle() }, { $0.validity.until = Clock.later },
    ]
    for change in changes {
      let violations = world.violations(by: username) { world in
        if var person = world.operators[username] {
          change(&person)
          world.operators[username] = person
        }
      }
      #expect(violations.contains(.operatorNotYours(username)))
    }
  }

  @Test func `nobody changes the master, staff included`() {
    for actor: Actor in [.staff, .insider("boss-0001")] {
      let first = world.violations(by: actor) { $0.operators["master-01"]?.state = .suspended }
      #expect(first.contains(.operatorNotYours("master-01")))
    }
  }

  @Test func `nobody changes an administrator of the same or a higher group`() {
    for (actor, other) in [
      ("boss-0001", "peer-0001"), ("lead-0001", "peer-0001"), ("other-001", "lead-0001"),
    ] as [(Username, Username)] {
      let first = world.violations(by: actor) { $0.operators[other]?.state = .suspended }
      #expect(first.contains(.operatorNotYours(other)))
    }
    var before = world
    before.groups["B"]?.administrators.insert("user-b-1")
    let second = before.violations(by: "boss-0001") {
      $0.operators["lead-0001"]?.state = .suspended
    }
    #expect(second.isEmpty)
  }

  @Test func `an administrator hands out its group's ceiling and no more`() {
    func give(_ menu: MenuCode) -> [Violation] {
      world.violations(by: "boss-0001") {
        $0.operators["user-a-1"]?.holdings.menus.append(Given(menu))
      }
    }
    #expect(give("trade").isEmpty)
    #expect(give("*").isEmpty)
    #expect(
      give("funds")
        == [.outside(.operator("user-a-1"), items: [.menu("funds")], ceiling: .pool("A"))])
    #expect(
      give("operators")
        == [.outside(.operator("user-a-1"), items: [.menu("operators")], ceiling: .pool("A"))])
    #expect(
      give("nowhere")
        == [.outside(.operator("user-a-1"), items: [.menu("nowhere")], ceiling: .entitlement)])
  }

  @Test func `bounds of a group change from above it only`() {
    let first = world.violations(by: "lead-0001") { $0.groups["B"]?.pool = .everything }
    #expect(first.contains(.groupNotYours("B")))
    let second = world.violations(by: "boss-0001") { $0.groups["B"]?.pool = .everything }
    #expect(second.isEmpty)
    let third = world.violations(by: "lead-0001") {
      $0.groups["B"]?.administrators.insert("user-b-1")
    }
    #expect(third.contains(.groupNotYours("B")))
  }

  @Test func `a pool names what is wholly outside the one above`() {
    let wide = Rectangle(menus: ["trade", "funds"], products: ["LNG"], accounts: .every)
    let first = world.violations(by: "boss-0001") { $0.groups["B"]?.pool = .within(wide) }
    #expect(
      first == [
        .outside(
          .pool("B"), items: [.menu("funds"), .product("LNG")], ceiling: .pool("A"))
      ])
  }

  @Test func `no group leaves the root, goes below itself or takes the root away`() {
    let first = world.violations(by: "master-01") { $0.groups["A"]?.parent = "B" }
    #expect(first.contains(.groupNotYours("A")))
    let second = world.violations(by: "master-01") { $0.groups["A"]?.parent = nil }
    #expect(second.contains(.groupNotYours("A")))
    #expect(
      world.violations(by: "master-01") { $0.groups[.rootGroup] = nil }
        .contains(.groupNotYours(.rootGroup)))
  }

  @Test func `bringing somebody back is a gain of all it holds`() {
    var before = world
    before.operators["user-b-1"]?.state = .suspended
    // It would get back what `C` hands it, which the head of `A` cannot give.
    let first = before.violations(by: "boss-0001") { $0.operators["user-b-1"]?.state = .active }
    #expect(
      first.gainers
        .contains("user-b-1"))
    let second = before.violations(by: "master-01") { $0.operators["user-b-1"]?.state = .active }
    #expect(second.isEmpty)
    before.operators["user-b-1"]?.joined = []
    let third = before.violations(by: "boss-0001") { $0.operators["user-b-1"]?.state = .active }
    #expect(third.isEmpty)
  }

  @Test func `a one-time password is judged like giving all that its holder holds`() {
    func issuing(
      to username: Username, by actor: Actor, in before: TenantPolicy
    ) -> [Violation] {
      Gate(from: before, to: before, by: actor, issued: [username]).violations()
    }
    // It holds what `C` hands down, which the head of `A` cannot give.
    #expect(issuing(to: "user-b-1", by: .insider("boss-0001"), in: world).gainers == ["user-b-1"])
    #expect(issuing(to: "user-b-1", by: .insider("master-01"), in: world).isEmpty)
    var before = world
    before.operators["user-b-1"]?.joined = []
    #expect(issuing(to: "user-b-1", by: .insider("boss-0001"), in: before).isEmpty)
    for (actor, username) in [
      (.insider("boss-0001"), "master-01"), (.insider("boss-0001"), "peer-0001"),
      (.insider("lead-0001"), "user-a-1"), (.insider("user-b-1"), "user-b-1"),
      (.insider("master-01"), "master-01"), (.staff, "master-01"),
    ] as [(Actor, Username)] {
      #expect(issuing(to: username, by: actor, in: world) == [.operatorNotYours(username)])
    }
  }

  @Test func `a leaver leaves all groups with its home, and nobody else does`() {
    let leave: (inout TenantPolicy) -> Void = { $0.operators["user-b-1"]?.joined = [] }
    let first = world.violations(by: "boss-0001", leave)
    #expect(first == [.operatorNotYours("user-b-1")])
    let offboard: (inout TenantPolicy) -> Void = {
      $0.operators["user-b-1"] = Operator(state: .offboarded, home: "B")
    }
    for actor in ["boss-0001", "lead-0001"] as [Username] {
      #expect(world.violations(by: actor, offboard).isEmpty)
    }
    #expect(world.violations(by: "other-001", offboard) == [.operatorNotYours("user-b-1")])
    // Nobody is brought to another group on the way out.
    let third = world.violations(by: "boss-0001") {
      $0.operators["user-b-1"] = Operator(state: .offboarded, home: "C")
    }
    #expect(third == [.operatorNotYours("user-b-1")])
  }

  @Test func `taking away needs the same authority as giving`() {
    #expect(
      world.violations(by: "lead-0001") { $0.roles["View"] = nil }
        .contains(.operatorNotYours("user-a-1")))
    let first = world.violations(by: "boss-0001") { $0.groups["C"]?.handsDown = Holdings() }
    #expect(first.contains(.groupNotYours("C")))
  }

  @Test func `only the exchange changes an entitlement`() {
    let change: (inout TenantPolicy) -> Void = { $0.entitlement.menus = ["*", "operators", "new"] }
    #expect(
      world.violations(by: "master-01", change)
        == [.outside(.tenant, items: [.menu("new")], ceiling: .entitlement)])
    #expect(world.violations(by: .staff, change).isEmpty)
  }

  @Test func `staff are staff in other tenants only, and make their first master`() {
    var empty = TenantPolicy.member()
    let make: (inout TenantPolicy) -> Void = {
      $0.operators["master-02"] = Operator(isMaster: true)
    }
    #expect(empty.violations(by: .staff, make).isEmpty)
    #expect(world.violations(by: .staff, make) == [.operatorNotYours("master-02")])
    empty.tenant.kind = .exchange
    #expect(empty.violations(by: .staff, make) == [.operatorNotYours("master-02")])
    #expect(empty.violations(by: .system, make).isEmpty)
  }

  // MARK: The last administrator

  @Test func `the last who can log in is not suspended, offboarded or demoted`() {
    let lost = Violation.lastAdministrator(.group("B"))
    for state in [Operator.State.suspended, .offboarded] {
      let first = world.violations(by: .system) {
        $0.operators["lead-0001"]?.state = state
        if state == .offboarded { $0.groups["B"]?.administrators = [] }
      }
      #expect(first == [lost])
    }
    let second = world.violations(by: .system) { $0.groups["B"]?.administrators = [] }
    #expect(second == [lost])
    let third = world.violations(by: .system) {
      $0.operators["lead-0001"]?.validity.until = Clock.later
    }
    #expect(third == [lost])
    let fourth = world.violations(by: .system) { $0.operators["boss-0001"]?.state = .suspended }
    #expect(fourth.isEmpty)
  }

  @Test func `whoever is offboarded is left with nothing, whoever would have it otherwise`() {
    var before = world
    before.person("leaver-01", home: "B")
    before.operators["leaver-01"]?.state = .offboarded
    let changes: [(inout TenantPolicy) -> Void] = [
      { $0.groups["B"]?.administrators.insert("leaver-01") },
      { $0.operators["leaver-01"]?.joined.insert("C") },
      { $0.operators["leaver-01"]?.holdings.menus.append(Given("trade.view")) },
    ]
    for change in changes {
      for actor: Actor in [.system, .staff, .insider("master-01")] {
        #expect(before.violations(by: actor, change).contains(.operatorNotYours("leaver-01")))
      }
    }
  }

  @Test func `a colleague with a one-time password or a lock does not count`() {
    for spoil in [
      { $0.loginPasswordPending = true }, { $0.lockedUntil = Clock.later },
      { $0.state = .pending },
    ] as [(inout Operator) -> Void] {
      var before = world
      if var peer = before.operators["peer-0001"] {
        spoil(&peer)
        before.operators["peer-0001"] = peer
      }
      let first = before.violations(by: .system) { $0.operators["boss-0001"]?.state = .suspended }
      #expect(first == [.lastAdministrator(.group("A"))])
    }
  }

  @Test func `one whose login ends soon does not stand in for the last one`() {
    var before = world
    before.groups["B"]?.administrators.insert("user-b-1")
    before.operators["user-b-1"]?.validity.until = Clock.later
    let violations = before.violations(by: .system) {
      $0.operators["lead-0001"]?.state = .suspended
    }
    #expect(violations == [.lastAdministrator(.group("B"))])
    let dismissed = before.violations(by: .system) {
      $0.groups["B"]?.administrators.remove("lead-0001")
    }
    #expect(dismissed == [.lastAdministrator(.group("B"))])
  }

  @Test func `a reset or a lock of the last one is no demotion`() {
    for username: Username in ["lead-0001", "master-01"] {
      let first = world.violations(by: .system) {
        $0.operators[username]?.loginPasswordPending = true
      }
      #expect(first.isEmpty)
      let second = world.violations(by: .system) {
        $0.operators[username]?.lockedUntil = Clock.later
      }
      #expect(second.isEmpty)
    }
  }

  @Test func `the last master stays one`() {
    let lost = [Violation.lastAdministrator(.tenant)]
    let first = world.violations(by: .system) { $0.operators["master-01"]?.isMaster = false }
    #expect(first == lost)
    #expect(world.violations(by: .system) { $0.operators["master-01"] = nil } == lost)
    let second = world.violations(by: .system) {
      $0.operators["master-01"]?.isMaster = false
      $0.operators["master-02"] = Operator(isMaster: true)
    }
    #expect(second.isEmpty)
  }

  // MARK: Separation of duty

  static let duties = Separation(
    name: "Duties", kind: .static, limit: 2, roles: ["View", "Funds"])

  @Test func `a separation refuses whichever way it arises`() {
    let found = Violation.separation(name: "Duties", "user-a-1", roles: ["Funds", "View"])
    let ways: [(inout TenantPolicy) -> Void] = [
      { $0.operators["user-a-1"]?.holdings.roles.append(Given("Funds")) },
      { $0.operators["user-a-1"]?.joined = ["C"] },
      { $0.roles["View"]?.includes = ["Funds"] },
      { $0.groups["A"]?.handsDown.roles = [Given("Funds")] },
      {
        let later = Validity(from: Clock.later)
        $0.operators["user-a-1"]?.holdings.roles.append(Given("Funds", validity: later))
      },
      {
        $0.operators["user-a-1"]?.state = .suspended
        $0.operators["user-a-1"]?.holdings.roles.append(Given("Funds"))
      },
    ]
    var before = world
    before.operators["user-c-1"]?.holdings.roles = []
    for way in ways {
      let violations = before.violations(by: "master-01", separations: [Self.duties], way)
      #expect(violations.contains(found))
    }
    // Also when the set itself is new: one of `C` holds both already.
    #expect(
      world.violations(by: "master-01", separations: [Self.duties]) { _ in }
        == [.separation(name: "Duties", "user-c-1", roles: ["Funds", "View"])])
  }

  @Test func `roles that are never held together, and sets that only record, pass`() {
    var recorded = Self.duties
    recorded.mode = .record
    #expect(world.violations(by: "master-01", separations: [recorded]) { _ in }.isEmpty)
    var before = world
    before.groups["C"]?.handsDown.roles = []
    let shifts = before.violations(by: "master-01", separations: [Self.duties]) {
      $0.operators["user-c-1"]?.holdings.roles = [
        Given("View", validity: Validity(until: Clock.later)),
        Given("Funds", validity: Validity(from: Clock.later)),
      ]
    }
    #expect(shifts.isEmpty)
  }
}
