import TestSupport
import Testing

@testable import Policy

/// The compiled tenant is a second function with the same answers as the definition, reasons
/// included.
struct CompiledLawTests {
  @Test func `both agree in small worlds`() throws {
    let catalogue = CompiledCatalogue(SmallWorlds.catalogue, version: 0)
    for number in stride(from: 0, to: SmallWorlds.count, by: Settings.isThorough ? 1 : 13) {
      var twins = Twins(SmallWorlds.world(number), catalogue)
      // Every world is asked some of the questions, every question is asked in some of the worlds.
      for index in stride(from: number % 5, to: SmallWorlds.points.count, by: 5) {
        let request = Request(
          username: SmallWorlds.username, target: SmallWorlds.points[index], instant: Clock.now)
        #expect(twins.difference(request) == nil, "world \(number)")
      }
    }
  }

  /// `IAMCTL_LAW_QUESTIONS` says how many questions are asked; a second of them unless set.
  @Test func `both agree on random questions in large random worlds`() throws {
    var worlds = RandomWorlds(seed: 1000)
    var asked = 0
    var reasons: Set<Reason> = []
    while asked < Settings.questions {
      var twins = Twins(worlds.eventfulWorld())
      for _ in 0..<80 {
        let difference = twins.difference(worlds.request())
        #expect(difference == nil)
        if difference != nil { return }
        if let reason = twins.lastReason { reasons.insert(reason) }
        asked += 1
      }
    }
    // The questions are worth something only when they meet every reason there is.
    let missed = Set(Reason.allCases).subtracting(reasons)
    #expect(missed == [.storeUnavailable, .operatorUnknown])
  }

  @Test func `the bits of marks that decide beyond menus are those of the marks`() {
    let marks: Marks = [.needsAccount, .needsProduct, .paymentPassword, .hours, .key]
    #expect(Marks.beyondMenuBits == marks.rawValue)
    #expect(1 << Marks.ownScopePlace == Marks.ownScope.rawValue)
    #expect(MemoryLayout<OperatorEntry>.stride == 32)
  }

  /// More sets of menus than an entry has bits for: some operators are answered the short way, others
  /// not.
  @Test func `both agree where every operator holds other menus`() {
    var world = TenantPolicy.member()
    let leaves = world.catalogue.leaves
    for number in 1...150 {
      let username = Username(unchecked: "person-\(number)")
      world.person(username, accounts: .every)
      world.operators[username]?.holdings.menus = leaves.enumerated()
        .filter { number >> ($0.offset % 8) & 1 != 0 }.map { Given($0.element) }
    }
    var twins = Twins(world)
    let plain = Set((0..<twins.compiled.operators.count).map { twins.plain(of: $0) == .none })
    #expect(plain == [true, false])
    for number in 1...150 {
      for menu in leaves {
        let request = Request(
          username: Username(unchecked: "person-\(number)"), target: Target(menu: menu),
          instant: Clock.now)
        #expect(twins.difference(request) == nil)
      }
    }
  }

  @Test func `a term is what its base point is, unless it is granted itself`() throws {
    var world = TenantPolicy.member()
    world.person("trader01", menus: ["trade"], products: ["PNG.SH.D1", "LNG"], accounts: .every)
    var twins = Twins(world)
    for (product, isAllowed) in [
      ("PNG.SH.D1", true), ("PNG.SH.D2", false), ("PNG.SH", false), ("LNG.SH.D9", false),
      ("LNG.SH.W", true), ("LNG.BJ", false), ("PNG SH D1", true), ("PNG-SH-D1", true),
    ] {
      let code = try #require(ProductCode(product))
      let request = Request(
        username: "trader01",
        target: Target(menu: "trade.create", product: code, account: "T1"), instant: Clock.now)
      #expect(twins.difference(request) == nil)
      #expect((twins.lastReason == nil) == isAllowed, "\(product)")
    }
  }

  @Test func `instants at the ends of the range are answered alike`() {
    var world = TenantPolicy.member()
    world.person("trader01", accounts: .every)
    let least = Instant(milliseconds: .min)
    let most = Instant(milliseconds: .max)
    world.operators["trader01"]?.holdings.menus = [
      Given("trade", validity: Validity(from: least, until: nil)),
      Given("funds", validity: Validity(from: most, until: nil)),
      Given("member", validity: Validity(from: nil, until: most)),
      Given("operators", validity: Validity(from: 10, until: 10)),
    ]
    var twins = Twins(world)
    for menu in ["trade.view", "funds.keyed", "member.view", "operators.read"] as [MenuCode] {
      for instant in [least, 9, 10, 11, most] {
        let request = Request(
          username: "trader01", target: Target(menu: menu), instant: instant)
        #expect(twins.difference(request) == nil)
      }
    }
  }
}
