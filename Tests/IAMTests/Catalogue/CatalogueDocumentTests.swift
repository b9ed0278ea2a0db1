import IAM
import Testing

/// Catalogues as documents.
@Suite struct CatalogueDocumentTests {
  private static let title: JSONValue = ["zh": "甲", "en": "a"]

  private static func menus(_ codes: String..., marks: JSONValue = []) -> JSONValue {
    ["menus": .array(codes.map { ["code": .string($0), "title": title, "marks": marks] })]
  }

  private static func products(_ codes: String...) -> JSONValue {
    ["products": .array(codes.map { ["code": .string($0), "title": title] })]
  }

  @Test func `a catalogue is read in its order`() throws {
    let document = try CatalogueDocument(
      JSONValue(
        reading: #"""
          {"menus":[{"code":"b-1","title":{"zh":"乙","en":"b"},"marks":["£","own","h"]},
           {"code":"b-1.a","title":{"zh":"甲","en":"a"}}],
           "products":[{"code":"PNG","title":{"zh":"丙","en":"c"}}],
           "markets":[{"code":"gas","title":{"zh":"丁","en":"d"}}]}
          """#))
    #expect(document.menus.map(\.code) == ["b-1", "b-1.a"])
    #expect(document.menus[0].marks == [.needsPaymentPassword, .ownRecords, .declarationHours])
    #expect(document.menus[0].title == Wording(zh: "乙", en: "b"))
    #expect(document.menus[1].marks.isEmpty)
    #expect(document.products.map(\.code) == ["PNG"])
    #expect(document.markets.map(\.code) == ["gas"])
  }

  @Test func `sections may be left out`() throws {
    let document = try CatalogueDocument([:])
    #expect(document.menus.isEmpty && document.products.isEmpty && document.markets.isEmpty)
  }

  @Test func `open while setting up implies open at signup`() throws {
    let document = try CatalogueDocument(Self.menus("a", marks: ["U"]))
    #expect(document.menus[0].marks == [.setupStage, .signupStage])
  }

  @Test func `a parent may be known already`() throws {
    let menus = try CatalogueDocument(Self.menus("trade.spot", "trade"), knownMenus: ["trade"])
    #expect(menus.menus.map(\.code) == ["trade.spot", "trade"])
    let products = try CatalogueDocument(Self.products("PNG.SH"), knownProducts: ["PNG"])
    #expect(products.products.map(\.code) == ["PNG.SH"])
  }

  private struct Refusal {
    let document: String
    let path: String
    let reason: DocumentError.Reason

    init(_ document: String, _ path: String, _ reason: DocumentError.Reason) {
      self.document = document
      self.path = path
      self.reason = reason
    }
  }

  private static let marks = ["S", "U", "T", "R", "a", "p", "£", "own", "h", "k", "A"]

  private static let refusals: [Refusal] = [
    Refusal(menus("a", "a").text(), "menus[1].code", .duplicate("a")),
    Refusal(menus("a.b", "a").text(), "menus[0].code", .parentUnknown("a")),
    Refusal(menus("a.").text(), "menus[0].code", .malformedCode("a.")),
    Refusal(menus("").text(), "menus[0].code", .malformedCode("")),
    Refusal(menus("A").text(), "menus[0].code", .malformedCode("A")),
    Refusal(menus("a\u{301}").text(), "menus[0].code", .malformedCode("a\u{301}")),
    Refusal(
      menus("a.b.c.d.e.f.g").text(), "menus[0].code", .codeTooDeep("a.b.c.d.e.f.g", limit: 6)),
    Refusal(
      menus("a", marks: ["R", "x"]).text(), "menus[0].marks[1]",
      .unknownWord("x", allowed: marks)),
    Refusal(products("png").text(), "products[0].code", .malformedCode("png")),
    Refusal(products("PNG.SH").text(), "products[0].code", .parentUnknown("PNG")),
    Refusal(market(#""code":"a.b""#), "markets[0].code", .codeTooDeep("a.b", limit: 1)),
    Refusal(market(#""code":"a""#), "markets[0].title", .missing),
    Refusal(market(#""code":"a","title":{"zh":"甲"}"#), "markets[0].title.en", .missing),
    Refusal(market(#""code":"a","title":{"zh":" ","en":"a"}"#), "markets[0].title.zh", .blank),
    Refusal(
      market(#""code":"a","title":{"zh":"甲","en":"\u202e"}"#), "markets[0].title.en",
      .controlCharacter),
    Refusal(market(#""code":"a","marks":[]"#), "markets[0].marks", .unknownKey),
    Refusal(#"{"menu":[]}"#, "menu", .unknownKey),
  ]

  private static func market(_ members: String) -> String {
    #"{"markets":[{\#(members)}]}"#
  }

  @Test(arguments: refusals.indices)
  func `a catalogue that is not sound is refused with the path`(index: Int) throws {
    let refusal = Self.refusals[index]
    let document = try JSONValue(reading: refusal.document)
    let error = #expect(throws: DocumentError.self) { try CatalogueDocument(document) }
    #expect(error == DocumentError(path: refusal.path, reason: refusal.reason))
  }
}
