import Policy
import TestSupport
import Testing

@testable import IAM

/// C1: what the exchange opens to a tenant, and takes.
struct EntitlementTests {
  let exchange: TestExchange
  let code: String
  let master = Username(unchecked: "blueflame01")

  init() throws {
    exchange = try TestExchange()
    code = try exchange.addMember(master).text
  }

  @discardableResult
  private func staff<Answer>(_ body: (borrowing Change) throws -> Answer) throws -> Answer {
    try exchange.registry.change(as: .unchecked(TestExchange.staff), body)
  }

  private func may(_ menu: String, product: String? = nil) throws -> Bool {
    try exchange.registry.inquire(as: .nobody) { inquiry in
      let found = try #require(try inquiry.reading.findOperator(master))
      let target = Target(
        menu: MenuCode(unchecked: menu), product: product.map(ProductCode.init(unchecked:)))
      return try inquiry.reading.decide(
        target, for: master, id: found.id, in: found.tenant, at: inquiry.now,
        session: SessionFacts()
      ).isAllowed
    }
  }

  @Test func `what is opened is open at once, what is taken is closed at once`() throws {
    #expect(try !may("trade.listing.view", product: "LNG.SH.W"))
    let opened = try staff { try $0.entitle(code, menus: ["trade"], products: ["LNG.SH"]) }
    #expect(opened.products.map(\.text) == ["LNG.SH", "PNG"])
    #expect(opened.menus.contains(MenuCode(unchecked: "trade")))
    #expect(!opened.menus.contains(MenuCode(unchecked: "trade.listing")), "it lies below another")
    #expect(try may("trade.listing.view", product: "LNG.SH.W"))
    #expect(try !may("trade.listing.view", product: "LNG.BJ.W"))
    try staff { try $0.disentitle(code, menus: ["trade"], products: []) }
    #expect(try !may("trade.listing.view", product: "LNG.SH.W"))
    #expect(try may("operators.read"))
  }

  @Test func `taking a part leaves the rest of what it lies in`() throws {
    let left = try staff {
      try $0.disentitle(code, menus: ["trade.listing.create"], products: ["PNG.SH"])
    }
    let trade = left.menus.map(\.text).filter { $0.hasPrefix("trade.listing") }
    #expect(
      trade == [
        "trade.listing.negotiate", "trade.listing.take", "trade.listing.view",
        "trade.listing.withdraw",
      ])
    #expect(left.products.map(\.text) == ["BJ", "CD", "GZ", "LZ", "SY", "WH"].map { "PNG." + $0 })
    #expect(try may("trade.listing.view", product: "PNG.BJ.W"))
    #expect(try !may("trade.listing.view", product: "PNG.SH.W"))
    let whole = try staff { try $0.entitle(code, menus: ["trade.listing"], products: ["PNG"]) }
    #expect(whole.products.map(\.text) == ["PNG"])
  }

  @Test func `opening twice is the same as once`() throws {
    let once = try staff { try $0.entitle(code, menus: ["trade.efp"], products: ["BOND"]) }
    #expect(try staff { try $0.entitle(code, menus: ["trade.efp"], products: ["BOND"]) } == once)
  }

  @Test(arguments: ["exchange", "exchange.care", "exchange.members.read-full"])
  func `what belongs to the exchange is never opened to a member`(menu: String) throws {
    let before = try exchange.rowCounts()
    let error = #expect(throws: IAMError.self) {
      try staff { try $0.entitle(code, menus: ["trade.efp", menu], products: []) }
    }
    guard case .invalid(path: "menu", reason: _) = error else { throw try #require(error) }
    #expect(try exchange.rowCounts() == before)
  }

  @Test(arguments: ["*", "trade.*", "nothing", "Trade", "", "trade.listing.create.x"])
  func `a menu that is not listed is not found`(menu: String) throws {
    #expect(throws: IAMError.notFound(.menu, menu)) {
      try staff { try $0.entitle(code, menus: [menu], products: []) }
    }
    #expect(throws: IAMError.notFound(.menu, menu)) {
      try staff { try $0.disentitle(code, menus: [menu], products: []) }
    }
  }

  @Test(arguments: ["*", "png", "PNG.XX", "PNG.SH.D9", ""])
  func `a product that is not listed is not found`(product: String) throws {
    #expect(throws: IAMError.notFound(.product, product)) {
      try staff { try $0.entitle(code, menus: [], products: [product]) }
    }
  }

  @Test func `a term is opened by its base point`() throws {
    #expect(throws: IAMError.self) {
      try staff { try $0.entitle(code, menus: [], products: ["PNG.SH.D1"]) }
    }
  }

  @Test func `what is not open cannot be taken, and nothing is taken with it`() throws {
    let before = try exchange.rowCounts()
    #expect(throws: IAMError.conflict(.notEntitled("trade.efp"))) {
      try staff {
        try $0.disentitle(code, menus: ["trade.listing", "trade.efp"], products: [])
      }
    }
    #expect(throws: IAMError.conflict(.notEntitled("LNG"))) {
      try staff { try $0.disentitle(code, menus: [], products: ["LNG"]) }
    }
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `administration that was taken is given back`() throws {
    try staff { try $0.disentitle(code, menus: ["operators.grant"], products: []) }
    #expect(try !may("operators.grant") && may("operators.read"))
    try staff { try $0.entitle(code, menus: ["operators"], products: []) }
    #expect(try may("operators.grant"))
  }

  @Test func `a tenant that is closed stays as it is`() throws {
    try staff { try $0.closeMember(code, reason: "退出市场") }
    #expect(throws: IAMError.conflict(.tenant(.closed))) {
      try staff { try $0.entitle(code, menus: ["trade"], products: []) }
    }
  }
}
