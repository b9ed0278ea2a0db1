import Policy
import TestSupport

@testable import IAM

/// Draws the arguments of operations. Most name what is there; together they may make no sense at
/// all.
struct ModelDraw {
  let world: ModelWorld
  var random: SplitMix64
  /// The member as it was committed last.
  var policy: TenantPolicy

  init(_ world: ModelWorld, seed: UInt64, policy: TenantPolicy) {
    self.world = world
    random = SplitMix64(seed: seed)
    self.policy = policy
  }

  // MARK: Names

  /// Mostly somebody of the member.
  mutating func person() -> Username {
    switch random.number(below: 8) {
    case 0: random.pick(world.people)
    case 1: random.pick(world.members)
    default: random.pick(policy.operators.keys.sorted())
    }
  }

  mutating func group() -> Name { name(policy.groups.keys.sorted(), world.groups) }
  mutating func role() -> Name { name(policy.roles.keys.sorted(), world.roles) }
  mutating func set() -> Name { random.pick(world.sets) }
  mutating func menu() -> MenuCode { random.pick(world.menus) }
  mutating func account() -> AccountCode {
    random.chance(oneIn: 10) ? world.bystander.account : world.firm.account
  }

  /// Somebody who administers a group.
  mutating func administrator() -> Username {
    let present = Set(policy.groups.values.flatMap(\.administrators)).sorted()
    return random.pick(present.isEmpty ? world.administrators : present)
  }

  private mutating func name(_ present: [Name], _ all: [Name]) -> Name {
    random.pick(present.isEmpty || random.chance(oneIn: 5) ? all : present)
  }

  /// Mostly one of those that are there, else any.
  mutating func likely<Value>(_ present: some Sequence<Value>, else any: Value) -> Value {
    let present = Array(present)
    return present.isEmpty || random.chance(oneIn: 4) ? any : random.pick(present)
  }

  // MARK: What is there to be taken away

  /// One thing of holdings, or anything.
  mutating func taken(from held: Holdings, isForGroup: Bool) -> Assignment {
    var things = held.menuGroups.map { Assignment(menuGroups: [$0.value]) }
    things += held.productGroups.map { Assignment(productGroups: [$0.value]) }
    things += held.menus.map { Assignment(menus: [$0.value]) }
    things += held.products.map { Assignment(products: [$0.value]) }
    things += held.roles.map { Assignment(roles: [$0.value]) }
    things += held.accounts.map { given in
      switch given.value {
      case .every: Assignment(everyAccount: true)
      case .some(let codes): Assignment(accounts: codes.sorted())
      }
    }
    let any = assignment(isForGroup: isForGroup)
    return likely(things, else: any)
  }

  /// One thing of a rectangle, or anything.
  mutating func taken(from rectangle: Rectangle) -> PoolParts {
    var things = rectangle.menus.nodes.sorted().map { PoolParts(menus: [$0]) }
    things += rectangle.products.nodes.sorted().map { PoolParts(products: [$0]) }
    switch rectangle.accounts {
    case .every: things.append(PoolParts(everyAccount: true))
    case .some(let codes): things += codes.sorted().map { PoolParts(accounts: [$0]) }
    }
    let any = pool()
    return likely(things, else: any)
  }

  // MARK: Arguments

  /// One value or none.
  mutating func few<Value>(_ values: [Value]) -> [Value] {
    random.chance(oneIn: 2) ? [random.pick(values)] : []
  }

  mutating func fewAccounts() -> [AccountCode] { random.chance(oneIn: 3) ? [account()] : [] }

  mutating func pool() -> PoolParts {
    PoolParts(
      menus: few(world.menus), products: few(world.products), accounts: fewAccounts(),
      everyAccount: random.chance(oneIn: 4))
  }

  mutating func roleParts() -> RoleParts {
    RoleParts(
      menus: few(world.menus), products: few(world.products), accounts: fewAccounts(),
      everyAccount: random.chance(oneIn: 4), roles: random.chance(oneIn: 3) ? [role()] : [])
  }

  mutating func assignment(isForGroup: Bool = false) -> Assignment {
    Assignment(
      menuGroups: random.chance(oneIn: 4) ? [set()] : [],
      productGroups: random.chance(oneIn: 4) ? [set()] : [],
      menus: isForGroup ? [] : few(world.menus), products: isForGroup ? [] : few(world.products),
      accounts: fewAccounts(), everyAccount: random.chance(oneIn: 4),
      roles: random.chance(oneIn: 3) ? [role()] : [])
  }

  /// Mostly always; else from or until soon or later.
  mutating func validity() -> Validity {
    let now = world.clock.now
    let end = now + .seconds(random.chance(oneIn: 2) ? 60 : 7200)
    return switch random.number(below: 8) {
    case 0: Validity(from: end)
    case 1: Validity(until: end)
    case 2: Validity(from: now + .seconds(60), until: now + .seconds(7200))
    default: .always
    }
  }

  mutating func separation() -> Separation {
    Separation(
      name: set(), kind: random.chance(oneIn: 4) ? .dynamic : .static,
      mode: random.chance(oneIn: 3) ? .record : .enforce, limit: 2 + random.number(below: 2),
      roles: [role(), role(), role()])
  }
}
