import TestSupport

@testable import Policy

extension RandomWorlds {
  private static let asked: [MenuCode] =
    Catalogue.small.leaves + ["trade", "trade.unknown", "*"]
  private static let askedProducts: [ProductCode?] = [
    nil, "PNG", "PNG.SH", "PNG.SH.D1", "PNG.SH.D2", "PNG.BJ.W", "PNG.BJ.D9", "LNG", "LNG.SH.2608",
    "CNG", "CNG.SH.D1",
  ]

  /// A world in which things have happened: states, locks, frozen accounts, terms granted.
  mutating func eventfulWorld() -> TenantPolicy {
    var world = world()
    if random.chance(oneIn: 2) {
      world.tenant.state = random.pick(Tenant.State.allCases)
      world.tenant.hasBeenApproved = random.chance(oneIn: 2)
    }
    world.tenant.requiresKey = random.chance(oneIn: 6)
    world.accounts["T1"] = random.pick([.open, .open, .frozen, .closed])
    world.accounts["T3"] = random.pick(AccountState.allCases)
    if random.chance(oneIn: 3) {
      world.groups["D"]?.parent = random.pick(["A", "D", "Nowhere"])
    }
    if random.chance(oneIn: 3) { world.productGroups["P1"] = ["PNG.SH.D1", "LNG.SH.D9", "CNG"] }
    if random.chance(oneIn: 4) { world.roles["R1"]?.products = ["CNG"] }
    for username in Self.usernames { disturb(username, in: &world) }
    return world
  }

  private mutating func disturb(_ username: Username, in world: inout TenantPolicy) {
    world.operators[username]?.state = random.pick(
      [.active, .active, .active, .active]
        + Operator.State.allCases)
    world.operators[username]?.loginPasswordPending = random.chance(oneIn: 8)
    world.operators[username]?.paymentPasswordSet = random.chance(oneIn: 2)
    if random.chance(oneIn: 6) { world.operators[username]?.lockedUntil = 15 }
    if random.chance(oneIn: 5) {
      world.operators[username]?.validity = Validity(
        from: random.pick([nil, 5]), until: random.pick([nil, 25]))
    }
    if random.chance(oneIn: 9) { world.operators[username]?.home = "Nowhere" }
  }

  /// A question to which any answer is possible.
  mutating func request() -> Request {
    let hour: Int64 = 3_600_000
    let instant: Instant = random.pick([
      0, 5, 9, 10, 19, 20, 25, Clock.now, Instant(milliseconds: Clock.now.milliseconds - 3 * hour),
    ])
    return Request(
      username: random.pick(Self.usernames),
      target: Target(
        menu: random.pick(Self.asked), product: random.pick(Self.askedProducts),
        account: random.pick([nil, "T1", "T2", "T3", "T9"])),
      instant: instant,
      session: SessionFacts(
        paymentVerified: random.chance(oneIn: 2), keyVerified: random.chance(oneIn: 2)))
  }
}
