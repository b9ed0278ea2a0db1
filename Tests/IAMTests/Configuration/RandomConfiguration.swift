import Policy

@testable import IAM

/// A configuration of a member of the fixture, made at random: every kind of entry, every way to
/// hold something, and nothing that is not allowed there.
struct RandomConfiguration {
  private var generator: SeededGenerator
  private var configuration = TenantConfiguration()
  private let menus = [
    "trade.listing", "trade.listing.view", "trade.bidding", "delivery", "delivery.view",
    "member-center", "operators.read", "*",
  ]
  private let products = ["PNG", "PNG.SH", "PNG.SH.D1", "PNG.BJ.2503", "*"]
  private let account = "T000001-GAS-01"

  /// The configuration that follows from a seed.
  static func make(seed: UInt64) -> TenantConfiguration {
    var random = RandomConfiguration(generator: SeededGenerator(seed: seed))
    random.fill()
    return random.configuration
  }

  private init(generator: SeededGenerator) { self.generator = generator }

  private mutating func fill() {
    let names = ["甲", "乙", "丙", "Shift A", "ß", "é", "Z-9"].compactMap { Name($0) }
    for name in some(names) { configuration.menuGroups[name] = menuSet() }
    for name in some(names) { configuration.productGroups[name] = productSet() }
    for name in some(names) {
      let included = some(Array(configuration.roles.keys.sorted()))
      configuration.roles[name] = ConfiguredRole(
        menus: menuSet(), products: productSet(), accounts: accounts(), roles: Set(included))
    }
    for name in some(names) {
      let parent = configuration.groups.keys.sorted().randomElement(using: &generator)
      let pool = widePool()
      configuration.groups[name] = ConfiguredGroup(
        parent: parent ?? .rootGroup, pool: chance() ? pool : nil)
    }
    for number in 0..<Int.random(in: 0...6, using: &generator) {
      guard let username = Username("trader-0\(number)") else { continue }
      configuration.operators[username] = person(number)
    }
    for name in configuration.groups.keys.sorted() {
      let active = configuration.operators.filter { $0.value.state != .offboarded }.keys.sorted()
      let holdings = holdings(ofGroup: true)
      let administrators = Set(some(active))
      configuration.groups[name]?.holdings = holdings
      configuration.groups[name]?.administrators = administrators
    }
    addSeparation()
  }

  /// Wide enough for all that is given below it: what lies wholly outside, the gate refuses.
  private mutating func widePool() -> ConfiguredPool {
    let wide = ["trade", "delivery", "member-center", "operators"].compactMap { MenuCode($0) }
    let gas = ["PNG"].compactMap { ProductCode($0) }
    return ConfiguredPool(
      menus: menuSet().union(wide), products: productSet().union(gas), accounts: .every)
  }

  private mutating func person(_ number: Int) -> ConfiguredOperator {
    let states = [Operator.State.pending, .suspended, .offboarded]
    let groups = configuration.groups.keys.sorted()
    let home = groups.randomElement(using: &generator) ?? .rootGroup
    var person = ConfiguredOperator(
      name: "操作员 \(number)", group: home, state: states.randomElement(using: &generator) ?? .pending
    )
    guard person.state != .offboarded else { return person }
    person.groups = Set(some(groups)).subtracting([home])
    person.holdings = holdings(ofGroup: false)
    return person
  }

  private mutating func holdings(ofGroup isGroup: Bool) -> Set<Holding> {
    var things: [Holding.Thing] =
      configuration.menuGroups.keys.sorted().map { .menuGroup($0) }
      + configuration.productGroups.keys.sorted().map { .productGroup($0) }
      + configuration.roles.keys.sorted().map { .role($0) } + [.everyAccount]
    if let code = AccountCode(account) { things.append(.account(code)) }
    if !isGroup {
      things += menuSet().sorted().map { .menu($0) } + productSet().sorted().map { .product($0) }
    }
    return Set(some(things).map { Holding($0, validity: validity()) })
  }

  private mutating func addSeparation() {
    let roles = Set(some(configuration.roles.keys.sorted()))
    let name: Name = "职责分离"
    guard roles.count >= 2 else { return }
    configuration.separations[name] = Separation(
      name: name, kind: .dynamic, mode: chance() ? .enforce : .record,
      limit: Int.random(in: 2...roles.count, using: &generator), roles: roles)
  }

  private mutating func validity() -> Validity {
    // Nothing is given that is over when the test clock begins.
    let start = Int64.random(in: 1_767_578_400_000...4_000_000_000_000, using: &generator)
    let from = Instant(milliseconds: start)
    let until = Instant(milliseconds: start + 1 + Int64.random(in: 0...99_999, using: &generator))
    return Validity(from: chance() ? from : nil, until: chance() ? until : nil)
  }

  private mutating func menuSet() -> Set<MenuCode> {
    Set(some(menus).map { MenuCode($0) ?? .wildcard })
  }

  private mutating func productSet() -> Set<ProductCode> {
    Set(some(products).map { ProductCode($0) ?? .wildcard })
  }

  private mutating func accounts() -> AccountSet {
    chance() ? .every : .some(Set(some([account]).compactMap { AccountCode($0) }))
  }

  private mutating func chance() -> Bool { Bool.random(using: &generator) }

  private mutating func some<Element>(_ all: [Element]) -> [Element] {
    all.filter { _ in Bool.random(using: &generator) }
  }
}
