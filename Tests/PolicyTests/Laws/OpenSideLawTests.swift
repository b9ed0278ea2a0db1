import Policy
import Testing

/// Who can do something where product or account are not named: whoever can for some.
struct OpenSideLawTests {
  private static let catalogue = Catalogue(
    menus: [
      "trade": [], "trade.sell": [.needsProduct], "trade.move": [.needsAccount],
      "trade.pay": [.needsProduct, .needsAccount],
    ],
    products: ["PNG", "PNG.SH", "LNG"])
  /// Terms are not listed: below a base point they are known by their form, elsewhere they are not.
  private static let products: [ProductCode] = [
    "PNG", "PNG.SH", "LNG", "PNG.SH.D1", "PNG.SH.W", "LNG.BJ.D1",
  ]
  private static let places: [AccountCode] = ["T1", "T2", "T3"]
  private static let opened: [ProductSet] = [["*"], ["PNG.SH"], ["PNG.SH.D1", "LNG"], []]
  private static let held: [[ProductCode]] = [
    [], ["PNG"], ["PNG.SH.D1"], ["PNG.SH.W", "LNG"], ["*"], ["LNG.BJ.D1"], ["LNG.BJ"],
  ]
  private static let accounts: [AccountSet] = [
    .none, .some(["T1"]), .some(["T2"]), .some(["T2", "T3"]), .every,
  ]

  private static func world(
    _ opened: ProductSet, _ products: [ProductCode], _ accounts: AccountSet, byRole: Bool
  ) -> TenantPolicy {
    var world = TenantPolicy(
      catalogue: catalogue,
      tenant: Tenant(code: "M000001", kind: .member, state: .approved, hasBeenApproved: true),
      entitlement: Entitlement(menus: ["trade"], products: opened))
    world.accounts = ["T1": .open, "T2": .frozen, "T3": .closed]
    var person = Operator()
    if byRole {
      world.roles["R"] = Role(menus: ["trade"], products: ProductSet(products), accounts: accounts)
      person.holdings.roles = [Given("R")]
    } else {
      person.holdings.menus = [Given("trade")]
      person.holdings.products = products.map { Given($0) }
      person.holdings.accounts = [Given(accounts)]
    }
    world.operators["trader01"] = person
    world.operators["trader02"] = Operator()
    return world
  }

  @Test(arguments: [false, true])
  func `an open side is the union over everything that could be named there`(byRole: Bool) {
    for (opened, held) in OpenSideLawTests.opened.flatMap({ opened in
      OpenSideLawTests.held.map { (opened, $0) }
    }) {
      for accounts in OpenSideLawTests.accounts {
        let world = OpenSideLawTests.world(opened, held, accounts, byRole: byRole)
        for menu in ["trade.sell", "trade.move", "trade.pay"] as [MenuCode] {
          expectUnion(menu, world)
        }
      }
    }
  }

  private func expectUnion(_ menu: MenuCode, _ world: TenantPolicy) {
    let marks = world.catalogue.leaf(menu) ?? []
    let products: [ProductCode?] =
      marks.contains(.needsProduct) ? OpenSideLawTests.products : [nil]
    let places: [AccountCode?] = marks.contains(.needsAccount) ? OpenSideLawTests.places : [nil]
    func ask(_ product: ProductCode?, _ place: AccountCode?) -> Set<Username> {
      Set(world.whoCan(Target(menu: menu, product: product, account: place), at: Clock.now))
    }
    func union(_ products: [ProductCode?], _ places: [AccountCode?]) -> Set<Username> {
      products.reduce(into: []) { all, product in
        for place in places { all.formUnion(ask(product, place)) }
      }
    }
    #expect(ask(nil, nil) == union(products, places), "\(menu)")
    for product in products { #expect(ask(product, nil) == union([product], places), "\(menu)") }
    for place in places { #expect(ask(nil, place) == union(products, [place]), "\(menu)") }
  }

  @Test func `one who holds nothing but a term is found without it being named`() {
    let world = OpenSideLawTests.world(["*"], ["PNG.SH.D1"], .every, byRole: false)
    #expect(world.whoCan(Target(menu: "trade.sell"), at: Clock.now) == ["trader01"])
    let frozen = OpenSideLawTests.world(["*"], ["PNG.SH.D1"], .some(["T2"]), byRole: false)
    #expect(frozen.whoCan(Target(menu: "trade.pay"), at: Clock.now) == [])
  }
}
