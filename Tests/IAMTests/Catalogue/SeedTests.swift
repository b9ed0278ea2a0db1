import IAM
import Testing

/// The data that a new exchange starts with.
@Suite struct SeedTests {
  private let menus = Seed.catalogue.menus
  private let products = Seed.catalogue.products

  private func marks(_ code: String) throws -> Set<CatalogueDocument.Mark> {
    try #require(menus.first { $0.code == code }, "\(code)").marks
  }

  private func isKnown(_ menu: String) -> Bool { menus.contains { $0.code == menu } }

  @Test func `the menus have the marks of the rules that close and open them`() throws {
    #expect(try marks("member-center.user-info.security") == [.signupStage, .setupStage])
    #expect(
      try marks("trade.listing.create")
        == [.trading, .needsAccount, .needsProduct, .needsPaymentPassword])
    // F2: a bidder sees only its own quotes. F6: declarations have hours.
    #expect(
      try marks("trade.bidding.own-quotes")
        == [.readOnly, .needsAccount, .needsProduct, .ownRecords])
    #expect(try marks("trade.efp.confirm").contains(.declarationHours))
    #expect(try marks("funds.own.bind") == [.signupStage])
    #expect(try marks("funds.settlement.withdraw") == [.needsAccount, .needsPaymentPassword])
  }

  @Test func `the administrative roots are these and no others`() {
    let roots = menus.filter { $0.marks.contains(.administrativeRoot) }.map(\.code)
    #expect(
      roots == [
        "operators", "menu-groups", "product-groups", "roles", "groups", "separation", "sessions",
        "policy", "audit", "reports", "config", "exchange",
      ])
  }

  @Test func `menus that only read the administration work on a frozen account`() throws {
    for menu in menus where menu.code.hasSuffix(".read") { #expect(menu.marks == [.readOnly]) }
    #expect(try marks("operators.read-full") == [.readOnly])
    #expect(try marks("exchange.members.read-full") == [.readOnly])
    #expect(try marks("operators.grant").isEmpty)
  }

  @Test func `every menu that the manual names is there`() {
    // B7.
    let titles = Set(menus.map(\.title.zh))
    for title in [
      "会员中心", "用户信息", "用户信息查看", "业务资格申请", "安全中心", "接气点管理", "我的接气点", "交收点管理",
      "承运信息维护", "门站价查看", "交易管理", "交收管理", "资金结算", "自有资金账户管理", "账户绑定",
      "交易结算账户管理", "交易结算账户查询", "交易账号管理", "操作员管理", "菜单权限组列表", "产品权限组列表",
    ] { #expect(titles.contains(title), "\(title)") }
  }

  @Test func `each product has its seven base points and bonds have none`() {
    // F4.
    let points = ["SH", "BJ", "WH", "GZ", "CD", "LZ", "SY"]
    let expected = ["PNG", "LNG", "CNG"].flatMap { type in [type] + points.map { "\(type).\($0)" } }
    #expect(products.map(\.code) == expected + ["BOND"])
    #expect(Seed.catalogue.markets.map(\.code) == ["gas", "oil"])
  }

  @Test func `approval of a qualification opens trading, delivery and its product`() {
    // A10.
    #expect(Seed.qualifications.map(\.code) == ["PNG", "LNG", "CNG"])
    for qualification in Seed.qualifications {
      #expect(
        qualification.menus == ["trade.listing", "trade.bidding", "trade.contracts", "delivery"])
      #expect(qualification.menus.allSatisfy(isKnown))
      #expect(qualification.products == [qualification.code])
    }
  }

  @Test func `each kind of tenant starts with known menus and without trading`() throws {
    #expect(Seed.entitlements.map(\.kind) == ["member", "institution", "exchange"])
    for entitlement in Seed.entitlements {
      #expect(entitlement.menus.allSatisfy(isKnown))
      #expect(!entitlement.menus.contains { $0.hasPrefix("trade") || $0.hasPrefix("delivery") })
      #expect(entitlement.menus.contains("exchange") == (entitlement.kind == "exchange"))
      #expect(entitlement.products.isEmpty)
    }
  }

  @Test func `the presets are those that the manual recommends`() {
    // B5, B6.
    #expect(Seed.presets.map(\.code) == ["trader", "settlement"])
    #expect(Seed.presets.flatMap(\.menus).allSatisfy(isKnown))
    #expect(Seed.presets[1].menus == ["member-center.user-info", "funds"])
  }

  @Test func `the provinces are 34 and lie in the regions of the base points`() {
    #expect(Set(Seed.provinces.map(\.name)).count == 34)
    #expect(Seed.regions.map(\.code) == ["SH", "BJ", "WH", "GZ", "CD", "LZ", "SY"])
    let regions = Set(Seed.regions.map(\.code))
    #expect(Seed.provinces.compactMap(\.region).allSatisfy(regions.contains))
    #expect(Seed.provinces.first { $0.name == "重庆" }?.region == "CD")
    #expect(Seed.provinces.count { $0.region == nil } == 3)
  }
}
