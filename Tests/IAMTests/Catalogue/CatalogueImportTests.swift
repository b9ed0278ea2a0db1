import Policy
import TestSupport
import Testing

@testable import IAM

/// What an import adds and updates, and what it refuses.
struct CatalogueImportTests {
  let exchange: TestExchange
  let master = Username(unchecked: "blueflame01")

  init() throws {
    exchange = try TestExchange()
    try exchange.addMember(master)
  }

  private func node(_ code: String, _ title: String = "新", marks: [String] = []) -> JSONValue {
    [
      "code": .string(code), "title": ["zh": .string(title), "en": "new"],
      "marks": .array(marks.map(JSONValue.string)),
    ]
  }

  private func bring(_ json: JSONValue, dryRun: Bool = false) throws -> [CatalogueChange] {
    try exchange.registry.change(as: .unchecked(TestExchange.staff), dryRun: dryRun) {
      try $0.importCatalogue(json)
    }
  }

  private func listing() throws -> CatalogueListing {
    try exchange.registry.inquire(as: .nobody) { try $0.catalogueListing() }
  }

  private func revisions() throws -> [Int64] {
    try exchange.registry.inquire(as: .nobody) { inquiry in
      try inquiry.reading.all("SELECT revision FROM tenant ORDER BY id") { try $0.int(0) }
    }
  }

  @Test func `the catalogue of a new store is the one compiled in`() throws {
    #expect(try listing() == .builtIn)
    #expect(CatalogueListing.builtIn.menus.first?.code.text == "member-center")
    let codes = CatalogueListing.builtIn.menus.map(\.code)
    #expect(
      codes.enumerated().allSatisfy { index, code in
        code.parent.map { codes[..<index].contains($0) } ?? true
      })
  }

  @Test func `what is added below a node belongs to whoever holds the node, at once`() throws {
    let before = try revisions()
    let changes = try bring(["menus": [node("trade.listing.export", marks: ["R"])]])
    #expect(
      changes == [CatalogueChange(section: .menu, code: "trade.listing.export", kind: .added)])
    #expect(try revisions() == before.map { $0 + 1 })
    let allowed = try exchange.registry.inquire(as: .nobody) { inquiry in
      let found = try #require(try inquiry.reading.findOperator(master))
      return try inquiry.reading.decide(
        Target(menu: MenuCode(unchecked: "trade.listing.export")), for: master, id: found.id,
        in: found.tenant, at: inquiry.now, session: SessionFacts()
      ).isAllowed
    }
    #expect(allowed)
    let codes = try listing().menus.map(\.code.text)
    let place = try #require(codes.firstIndex(of: "trade.listing.export"))
    #expect(codes[place - 1] == "trade.listing.negotiate")
  }

  @Test func `titles and marks are updated, and nothing is removed`() throws {
    let count = try listing().menus.count
    let changes = try bring([
      "menus": [node("trade.listing.view", "查询", marks: ["R", "p", "h"])],
      "products": [["code": "HYD", "title": ["zh": "氢", "en": "Hydrogen"]]],
      "markets": [["code": "gas", "title": ["zh": "天然气", "en": "Gas"]]],
    ])
    #expect(changes.map(\.kind) == [.updated, .added, .updated])
    let after = try listing()
    #expect(after.menus.count == count)
    let menu = after.menus.first { $0.code.text == "trade.listing.view" }
    #expect(menu?.title.zh == "查询" && menu?.marks == [.readOnly, .needsProduct, .hours])
    #expect(after.products.last?.code.text == "HYD")
  }

  @Test func `importing the same twice changes nothing more`() throws {
    let json: JSONValue = ["menus": [node("lab"), node("lab.test")]]
    #expect(try bring(json).count == 2)
    let before = try revisions()
    #expect(try bring(json) == [])
    #expect(Array(try revisions().dropFirst()) == Array(before.dropFirst()))
  }

  @Test func `a dry run tells the same and changes nothing`() throws {
    let json: JSONValue = ["menus": [node("lab")]]
    let before = (try listing(), try revisions(), try exchange.rowCounts())
    #expect(try bring(json, dryRun: true).map(\.code) == ["lab"])
    #expect(try (listing(), revisions(), exchange.rowCounts()) == before)
  }

  @Test func `an action that was given by its name does not become a heading`() throws {
    let json: JSONValue = ["menus": [node("trade.contracts.archive")]]
    #expect(throws: IAMError.conflict(.inUse(.menu, "trade.contracts", by: ["M000001"]))) {
      try bring(json)
    }
    #expect(try listing() == .builtIn)
    // Nobody was given this one by its own name.
    #expect(try bring(["menus": [node("trade.listing.take.bulk")]]).count == 1)
    let listing = try listing()
    #expect(listing.menus.first { $0.code.text == "trade.listing.take" }?.isAction == false)
  }

  static let invalid: [(JSONValue, String)] = [
    (["menus": [["code": "a.b", "title": ["zh": "甲", "en": "a"]]]], "menus[0].code"),
    (["menus": [["code": "*", "title": ["zh": "甲", "en": "a"]]]], "menus[0].code"),
    (["menus": [["code": "A", "title": ["zh": "甲", "en": "a"]]]], "menus[0].code"),
    (["menus": [["code": "", "title": ["zh": "甲", "en": "a"]]]], "menus[0].code"),
    (["menus": [["code": "a", "title": ["zh": "", "en": "a"]]]], "menus[0].title.zh"),
    (["menus": [["code": "a", "title": ["zh": "甲"]]]], "menus[0].title.en"),
    (
      ["menus": [["code": "a", "title": ["zh": "甲", "en": "a"], "marks": ["X"]]]],
      "menus[0].marks[0]"
    ),
    (
      ["menus": [["code": "trade.a", "title": ["zh": "甲", "en": "a"], "marks": ["A"]]]],
      "menus[0].marks"
    ),
    (
      ["menus": [["code": "trade", "title": ["zh": "甲", "en": "a"], "marks": ["A"]]]],
      "menus[0].marks"
    ),
    (["menus": [["code": "operators", "title": ["zh": "甲", "en": "a"]]]], "menus[0].marks"),
    (
      ["products": [["code": "PNG.SH.D1.X", "title": ["zh": "甲", "en": "a"]]]], "products[0].code"
    ),
    (["products": [["code": "png", "title": ["zh": "甲", "en": "a"]]]], "products[0].code"),
    (
      ["markets": [["code": "averylongmarket", "title": ["zh": "甲", "en": "a"]]]], "markets[0].code"
    ),
    (["markets": [["code": "a.b", "title": ["zh": "甲", "en": "a"]]]], "markets[0].code"),
    (["roles": []], "roles"), ([1], "document"),
    (["menus": [["code": "a", "title": ["zh": "甲", "en": "a"], "order": 1]]], "menus[0].order"),
  ]

  @Test(arguments: invalid)
  func `a document with a fault names its place and changes nothing`(
    json: JSONValue, path: String
  ) throws {
    let before = try exchange.rowCounts()
    let error = #expect(throws: IAMError.self) { try bring(json) }
    guard case .invalid(path: path, reason: _) = error else { throw try #require(error) }
    #expect(try listing() == .builtIn)
    #expect(try exchange.rowCounts() == before)
  }

  @Test func `a menu that asks for the key is denied until the session proved one`() throws {
    _ = try bring(["menus": [node("trade.contracts", "合同", marks: ["R", "k"])]])
    let menu = try listing().menus.first { $0.code.text == "trade.contracts" }
    #expect(menu?.marks.letters == ["R", "k"])
    let reasons = try [false, true].map { isVerified in
      try exchange.registry.inquire(as: .unchecked(master)) { inquiry in
        try inquiry.check(
          Check(
            operator: master.text, menu: "trade.contracts",
            session: SessionFacts(keyVerified: isVerified))
        ).reasons
      }
    }
    #expect(reasons == [[.keyRequired], []])
  }
}
