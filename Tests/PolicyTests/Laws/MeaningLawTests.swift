import Testing

@testable import Policy

/// The engine means what the model says, point by point.
struct MeaningLawTests {
  /// Nothing permitted is denied and nothing denied is permitted, in every small world.
  @Test(arguments: 0..<4) func `grants mean the model in every small world`(_ shard: Int) {
    for number in stride(from: shard, to: SmallWorlds.count, by: 4) {
      let world = SmallWorlds.world(number)
      guard let person = world.operators[SmallWorlds.username] else { continue }
      let reference = Reference(world, person, at: nil)
      let grants = world.grants(of: person, at: nil).map(\.effective)
      let wrong = SmallWorlds.points.filter { point in
        grants.contains { $0.covers(point) } != reference.permits(point)
      }
      #expect(wrong.isEmpty, "world \(number): \(wrong)")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `grants mean the model in large random worlds`(_ seed: UInt64) {
    var worlds = RandomWorlds(seed: seed)
    for _ in 0..<10 {
      let world = worlds.world()
      for (username, person) in world.operators {
        for instant in RandomWorlds.instants {
          let reference = Reference(world, person, at: instant)
          let grants = world.can(username, at: instant)
          let wrong = RandomWorlds.points.filter { point in
            grants.contains { $0.effective.covers(point) } != reference.permits(point)
          }
          #expect(wrong.isEmpty, "seed \(seed), \(username) at \(instant.milliseconds): \(wrong)")
        }
      }
    }
  }

  /// Whatever the order of checks, an answer is allowed just when every part of the model says so.
  @Test func `a decision is allowed just when the meaning permits`() {
    for world in SmallWorlds.sample(every: 61) {
      guard let person = world.operators[SmallWorlds.username] else { continue }
      let reference = Reference(world, person, at: Clock.now)
      for point in SmallWorlds.points where world.catalogue.leaf(point.menu) != nil {
        let request = Request(username: SmallWorlds.username, target: point, instant: Clock.now)
        let decision = world.decide(request)
        #expect(decision.isAllowed == reference.permits(point))
        #expect(decision.grants.allSatisfy { $0.effective.covers(point) })
        #expect(decision.reason != .outsideEntitlement || !world.isEntitled(point))
      }
    }
  }

  @Test func `can, who-can and decide agree`() {
    for world in SmallWorlds.sample(every: 97, from: 5) {
      for point in SmallWorlds.points where world.catalogue.leaf(point.menu) != nil {
        let request = Request(username: SmallWorlds.username, target: point, instant: Clock.now)
        let isAllowed = world.decide(request).isAllowed
        let can = world.can(SmallWorlds.username, at: Clock.now)
        #expect(can.contains { $0.effective.covers(point) } == isAllowed)
        #expect(world.whoCan(point, at: Clock.now) == (isAllowed ? [SmallWorlds.username] : []))
      }
    }
  }

  @Test func `explain agrees with decide and its smallest grant is enough and needed`() {
    for world in SmallWorlds.sample(every: 397, from: 3) {
      for point in SmallWorlds.points where world.catalogue.leaf(point.menu) != nil {
        let request = Request(username: SmallWorlds.username, target: point, instant: Clock.now)
        let explanation = world.explain(request)
        #expect(explanation.decision == world.decide(request))
        #expect(
          explanation.steps.first { $0.reason != nil }?.reason == explanation.decision.reason)
        let covering = explanation.grants.filter { $0.outcome == .covers }.map(\.grant)
        #expect(
          covering.isEmpty == (world.reason(against: request, in: .grant) != nil))
        #expect(explanation.decision.isAllowed ? covering == explanation.decision.grants : true)
        expectSmallest(explanation, world, request)
      }
    }
  }

  private func expectSmallest(
    _ explanation: Explanation, _ world: TenantPolicy, _ request: Request
  ) {
    guard let missing = explanation.smallestGrant else {
      let whole = MissingGrant(
        menu: request.target.menu, product: request.target.product,
        account: request.target.account)
      let isHopeless =
        world.giving(whole, to: request.username).reason(against: request, in: .grant) != nil
      #expect(isHopeless || world.reason(against: request, in: .grant) == nil)
      return
    }
    let after = world.giving(missing, to: request.username)
    #expect(after.reason(against: request, in: .grant) == nil)
    for part in 0..<3 {
      var less = missing
      if part == 0 { less.menu = nil }
      if part == 1 { less.product = nil }
      if part == 2 { less.account = nil }
      guard less != missing else { continue }
      let other = world.giving(less, to: request.username)
      #expect(other.reason(against: request, in: .grant) != nil)
    }
  }

  @Test func `who-can leaves out one whose first login hides a missing grant`() {
    var world = TenantPolicy.member()
    world.person("trader01")
    world.person("trader02", menus: ["trade"])
    for username: Username in ["trader01", "trader02"] {
      world.operators[username]?.loginPasswordPending = true
    }
    #expect(world.whoCan(Target(menu: "trade.pay"), at: Clock.now) == ["trader02"])
  }
}

extension TenantPolicy {
  /// The tenant with some parts added to an operator's own grants.
  func giving(_ parts: MissingGrant, to username: Username) -> TenantPolicy {
    var policy = self
    guard var person = policy.operators[username] else { return self }
    if let menu = parts.menu { person.holdings.menus.append(Given(menu)) }
    if let product = parts.product { person.holdings.products.append(Given(product)) }
    if let account = parts.account { person.holdings.accounts.append(Given(.some([account]))) }
    policy.operators[username] = person
    return policy
  }
}
