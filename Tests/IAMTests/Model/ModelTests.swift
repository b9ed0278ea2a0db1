import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// Random operations by random actors on the real store; after each step, what the model says must
/// hold. `IAM_MODEL_STEPS` says how many steps; a failure names the seed, the step and the operation.
@Suite struct ModelTests {
  private static let steps =
    ProcessInfo.processInfo.environment["IAM_MODEL_STEPS"].flatMap(Int.init) ?? 120

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no step gives anybody what the actor could not hand out`(seed: UInt64) throws {
    var run = try ModelRun(seed: seed)
    for step in 1...max(1, Self.steps / 3) {
      let problems = try run.step()
      #expect(problems == [], "seed \(seed), step \(step): \(run.last)")
      if !problems.isEmpty { return }
    }
    #expect(run.done * 20 > Self.steps / 3, "too few of the operations were possible")
    #expect(run.refusals > 0)
  }
}

/// One random history.
struct ModelRun {
  private let world: ModelWorld
  private var random: SplitMix64
  private var before: TenantPolicy
  private let untouched: [String]
  /// The operation made last, and by whom.
  private(set) var last = ""
  private(set) var done = 0
  private(set) var refusals = 0

  init(seed: UInt64) throws {
    world = try ModelWorld()
    random = SplitMix64(seed: seed)
    before = try world.load()
    untouched = try world.firm.registry.database.read { [world] in
      try Snapshot.rows(of: world.bystanderID, $0)
    }
  }

  /// Makes one operation.
  ///
  /// - Returns: everything that does not hold after it.
  mutating func step() throws -> [String] {
    let actor =
      switch random.number(below: 5) {
      case 0: Firm.master
      case 1...3: random.pick(world.operators.filter { $0.text.hasPrefix("admin") })
      default: random.pick(world.operators)
      }
    let operation = ModelOperation.random(world, &random)
    last = "\(operation.name) by \(actor)"
    if random.chance(oneIn: 50) { world.firm.exchange.clock.advance(by: .seconds(61)) }
    do {
      try world.firm.act(as: actor, operation.run)
    } catch let error as IAMError {
      refusals += 1
      return try unchanged() ? [] : ["a refusal (\(error.code)) changed something"]
    }
    done += 1
    let after = try world.load()
    defer { before = after }
    return try gains(by: actor, after) + separations(after) + agreement(after) + bystander()
  }

  private func unchanged() throws -> Bool {
    let now = try world.load()
    return now.revision == before.revision && now.operators == before.operators
      && now.groups == before.groups && now.roles == before.roles
      && now.menuGroups == before.menuGroups && now.productGroups == before.productGroups
  }

  private func bystander() throws -> [String] {
    let rows = try world.firm.registry.database.read { [world] in
      try Snapshot.rows(of: world.bystanderID, $0)
    }
    return rows == untouched ? [] : ["another tenant changed"]
  }

  // MARK: What was gained

  private var instants: [Instant] {
    let now = world.firm.exchange.clock.now
    return [now, now + .seconds(61), now + .seconds(3600)]
  }

  private func gains(by actor: Username, _ after: TenantPolicy) -> [String] {
    instants.flatMap { instant in
      let old = NaivePolicy(world: before, now: instant)
      let new = NaivePolicy(world: after, now: instant)
      return after.operators.keys.sorted().flatMap { username in
        world.points.compactMap { point -> String? in
          let had = old.permits(username, point)
          let has = new.permits(username, point)
          if has, !new.isEntitled(point) {
            return "\(username) is beyond the entitlement: \(point)"
          }
          guard had != has else { return nil }
          let may =
            has
            ? handsOut(actor, to: username, point, new) : mayActOn(username, actor, new)
          return may ? nil : "\(username) \(has ? "gained" : "lost") \(point)"
        }
      }
    }
  }

  private func handsOut(
    _ actor: Username, to username: Username, _ point: Point, _ new: NaivePolicy
  ) -> Bool {
    guard mayActOn(username, actor, new), let person = new.world.operators[username] else {
      return false
    }
    if actor == Firm.master { return new.isEntitled(point) }
    return person.joined.union([person.home]).contains {
      new.isBelow($0, administeredBy: actor, in: before) && new.isInside($0, point)
    }
  }

  private func mayActOn(_ username: Username, _ actor: Username, _ new: NaivePolicy) -> Bool {
    guard username != actor, username != Firm.master else { return false }
    if actor == Firm.master { return true }
    return [NaivePolicy(world: before, now: new.now), new].allSatisfy { naive in
      guard let person = naive.world.operators[username] else { return false }
      let offices = naive.world.groups.filter { $0.value.administrators.contains(username) }.keys
      return naive.isBelow(person.home, administeredBy: actor, in: before)
        && offices.allSatisfy { office in
          naive.world.groups[office]?.parent.map {
            naive.isBelow($0, administeredBy: actor, in: before)
          } == true
        }
    }
  }

  // MARK: What must agree

  private func separations(_ after: TenantPolicy) throws -> [String] {
    let sets = try world.firm.registry.database.read { [world] in
      try $0.separations(of: world.tenant)
    }
    return instants.flatMap { instant in
      let naive = NaivePolicy(world: after, now: instant)
      return after.operators.values.flatMap { person in
        sets.filter { naive.rolesHeld(by: person).intersection($0.roles).count >= $0.limit }
          .map { "the separation `\($0.name)` is violated" }
      }
    }
  }

  private mutating func agreement(_ after: TenantPolicy) throws -> [String] {
    let point = random.pick(world.points)
    let now = world.firm.exchange.clock.now
    guard let menu = MenuCode(point.menu) else { return ["a point has no menu"] }
    let target = Target(
      menu: menu, product: point.product.flatMap { ProductCode($0) },
      account: point.account.flatMap { AccountCode($0) })
    let naive = NaivePolicy(world: after, now: now)
    let session = SessionFacts(paymentVerified: true, keyVerified: true)
    let able = after.whoCan(target, at: now)
    return try after.operators.keys.sorted().flatMap { username -> [String] in
      let request = Request(username: username, target: target, instant: now, session: session)
      let expected = naive.permits(username, point)
      let decision = after.decide(request)
      let stored = try stored(username, target, now, session)
      let can = after.can(username, at: now).contains { $0.effective.covers(target) }
      let isCurable = decision.reasons.allSatisfy {
        [.paymentPasswordNotSet, .firstLoginIncomplete].contains($0)
      }
      return [
        can == expected ? nil : "\(username) can and the model differ on \(point)",
        stored == decision.reasons ? nil : "\(username): a part of the tenant answers otherwise",
        isCurable == able.contains(username) ? nil : "\(username): who-can and decide differ",
        !isCurable || expected ? nil : "\(username) is allowed \(point) against the model",
      ].compactMap { $0 }
    }
  }

  private func stored(
    _ username: Username, _ target: Target, _ now: Instant, _ session: SessionFacts
  ) throws -> [Reason] {
    try world.firm.registry.database.read { [world] reading in
      let id = try reading.operatorID(username, in: world.tenant)
      return try reading.decide(
        target, for: username, id: id, in: world.tenant, at: now, session: session)
    }.reasons
  }
}
