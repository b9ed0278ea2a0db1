import Policy
import TestSupport
import Testing

/// Whoever makes whatever change: if the gate lets it pass, nobody came to hold what the actor may
/// not hand out, and nobody was touched whom the actor may not touch. Told point by point.
struct GateLawTests {
  static let actors: [Actor] =
    (["master-01", "boss-0001", "lead-0001", "other-001", "user-b-1"] as [Username])
    .map { .insider($0) } + [.staff]
  /// Inside and outside each ceiling of the world, on each side.
  static let points: [Target] =
    (["trade.view", "trade.create"] as [MenuCode]).flatMap { menu in
      [
        Target(menu: menu), Target(menu: menu, product: "PNG.SH", account: "T1"),
        Target(menu: menu, product: "PNG.BJ", account: "T2"),
        Target(menu: menu, product: "LNG", account: "T1"),
      ]
    } + [
      Target(menu: "funds.query", account: "T1"), Target(menu: "operators.grant"),
      Target(menu: "trade.pay"), Target(menu: "funds.query", product: "LNG", account: "T2"),
    ]
  static let instants = [Clock.now, Clock.later]

  @Test(arguments: actors) func `no single step passes that hands out too much`(_ actor: Actor) {
    let before = Offices.world()
    // Nearly everything passes for those who act on the whole tenant: a third of it is enough.
    let isWhole = actor == .staff || actor == .insider("master-01")
    for (number, change) in Changes.all().enumerated() where !isWhole || number % 3 == 0 {
      var after = before
      change(&after)
      expectLaws(before, after, actor, "change \(number)")
    }
  }

  /// Several changes at once: what none of them alone would reveal.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `no two or three steps together pass that hand out too much`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let changes = Changes.all()
    for round in 0..<150 {
      var before = Offices.world()
      if random.chance(oneIn: 2) { random.pick(changes)(&before) }
      var after = before
      for _ in 0..<(2 + random.number(below: 2)) { random.pick(changes)(&after) }
      expectLaws(before, after, random.pick(Self.actors), "seed \(seed), round \(round)")
    }
  }

  private func expectLaws(
    _ before: TenantPolicy, _ after: TenantPolicy, _ actor: Actor, _ label: String
  ) {
    guard Gate(from: before, to: after, by: actor).violations().isEmpty else { return }
    let rights = Rights(actor, before, after)
    for username in Set(before.operators.keys).union(after.operators.keys) {
      let reached = Self.instants.map { instant in
        (before.reached(username, at: instant), after.reached(username, at: instant))
      }
      expectUntouched(username, reached, rights, label)
      for (old, new) in reached {
        let outside = new.subtracting(old).filter { !rights.handsOut($0, to: username) }
        #expect(outside.isEmpty, "\(label) by \(actor): \(username) gained \(outside)")
      }
    }
    for name in Set(before.groups.keys).union(after.groups.keys) {
      #expect(rights.mayBound(name), "\(label) by \(actor): group \(name)")
    }
    if actor != .staff { #expect(before.entitlement == after.entitlement) }
    #expect(rights.neverWiden(), "\(label) by \(actor) widened its own ceiling")
  }

  private func expectUntouched(
    _ username: Username, _ reached: [(Set<Target>, Set<Target>)], _ rights: Rights,
    _ label: String
  ) {
    guard !rights.mayAct(on: username), !rights.makesFirstMaster(username) else { return }
    let isSame = rights.before.operators[username] == rights.after.operators[username]
    #expect(isSame, "\(label) by \(rights.actor) changed \(username)")
    #expect(
      rights.isWhole || reached.allSatisfy { $0 == $1 },
      "\(label) by \(rights.actor) changed what \(username) reaches")
  }

  @Test func `each level may do something, and less than the one above`() {
    let before = Offices.world()
    let passed = (["master-01", "boss-0001", "lead-0001", "user-b-1"] as [Username]).map { actor in
      Changes.all().filter { before.violations(by: actor, $0).isEmpty }.count
    }
    #expect(passed[0] > passed[1] && passed[1] > passed[2] && passed[2] > passed[3], "\(passed)")
  }
}

/// The rights of an actor, read from the model sentence by sentence.
struct Rights {
  let actor: Actor
  let before: TenantPolicy
  let after: TenantPolicy
  let offices: Set<Name>
  let isWhole: Bool

  init(_ actor: Actor, _ before: TenantPolicy, _ after: TenantPolicy) {
    self.actor = actor
    self.before = before
    self.after = after
    if case .insider(let username) = actor {
      offices = Set(before.groups.keys.filter { before.administers(username, $0) })
      isWhole = before.operators[username]?.isMaster == true
    } else {
      offices = []
      isWhole = true
    }
  }

  func mayAct(on username: Username) -> Bool {
    [before, after].allSatisfy { policy in
      guard let person = policy.operators[username] else { return true }
      guard actor != .insider(username), !person.isMaster else { return false }
      let administered = policy.groups.keys.filter { policy.administers(username, $0) }
      return isWhole
        || isBelow(person.home, policy) && administered.allSatisfy { isStrictlyBelow($0, policy) }
    }
  }

  func makesFirstMaster(_ username: Username) -> Bool {
    actor == .staff && before.operators[username] == nil
      && before.operators.values.allSatisfy { !$0.isMaster }
  }

  func isBelow(_ group: Name, _ policy: TenantPolicy) -> Bool {
    isWhole || policy.above(group).contains { offices.contains($0) }
  }

  func isStrictlyBelow(_ group: Name, _ policy: TenantPolicy) -> Bool {
    isWhole || policy.above(group).dropFirst().contains { offices.contains($0) }
  }

  func handsOut(_ point: Target, to username: Username) -> Bool {
    guard let person = after.operators[username], mayAct(on: username) || isWhole else {
      return false
    }
    if isWhole { return after.isEntitled(point) }
    return ([person.home] + person.joined).contains { group in
      isBelow(group, after) && after.isBelowCeiling(group, point)
    }
  }

  /// Place, pool and administrators of a group change from above it only.
  func mayBound(_ name: Name) -> Bool {
    let (old, new) = (before.groups[name], after.groups[name])
    guard
      old?.parent != new?.parent || old?.pool != new?.pool
        || old?.administrators != new?.administrators
    else { return old == new || isBelow(name, before) }
    return (old == nil || isStrictlyBelow(name, before))
      && (new == nil || isStrictlyBelow(name, after))
  }

  /// Nobody raises the ceiling of what it administers.
  func neverWiden() -> Bool {
    guard !isWhole else { return true }
    return GateLawTests.points.allSatisfy { point in
      !offices.contains { after.isBelowCeiling($0, point) }
        || offices.contains { before.isBelowCeiling($0, point) }
    }
  }
}

extension TenantPolicy {
  fileprivate func administers(_ username: Username, _ group: Name) -> Bool {
    groups[group]?.administrators.contains(username) == true
  }

  /// The points that one who can be logged in reaches.
  fileprivate func reached(_ username: Username, at instant: Instant) -> Set<Target> {
    guard let person = operators[username], person.state == .active,
      person.validity.contains(instant)
    else { return [] }
    let reference = Reference(self, person, at: instant)
    return Set(GateLawTests.points.filter(reference.permits))
  }
}
