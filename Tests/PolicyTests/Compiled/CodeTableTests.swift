import Testing

@testable import Policy

struct CodeTableTests {
  /// Codes of every length up to 90 bytes, and their neighbours: one byte changed, one more, one less.
  private static let codes = (1...90).map { length in
    String((0..<length).map { "abcdefghijklmnopqrstuvwxyz.-"[$0 * 7 + length] })
  }

  @Test func `every code has its number, and no neighbour of a code has one`() {
    let table = CodeTable(CodeList(Self.codes))
    let known = Set(Self.codes)
    for (number, code) in Self.codes.enumerated() {
      #expect(table.number(code) == Int32(number))
      for place in 0..<code.utf8.count {
        var bytes = Array(code.utf8)
        bytes[place] ^= 1
        let neighbour = String(decoding: bytes, as: UTF8.self)
        if !known.contains(neighbour) { #expect(table.number(neighbour) == -1, "\(neighbour)") }
      }
      for neighbour in [code + "a", String(code.dropLast()), String(code.dropFirst())]
      where !known.contains(neighbour) {
        #expect(table.number(neighbour) == -1, "\(neighbour)")
      }
    }
  }

  @Test func `a code that comes twice keeps its first number`() {
    let table = CodeTable(CodeList(["trade.listing.view", "b", "trade.listing.view"]))
    #expect(table.number("trade.listing.view") == 0)
  }

  @Test func `codes that differ only where the hash looks twice are kept apart`() {
    // Of 33 to 90 bytes some are in no word of the hash.
    let codes = (0..<200).map { number in
      "trade.area.page.action.above." + "0000\(number)".suffix(4) + ".and.then.below"
    }
    let table = CodeTable(CodeList(codes))
    for (number, code) in codes.enumerated() { #expect(table.number(code) == Int32(number)) }
  }

  @Test func `an empty table and an empty code find nothing`() {
    #expect(CodeTable(CodeList([])).number("trade") == -1)
    #expect(CodeTable(CodeList([])).number("trade.listing.view") == -1)
    #expect(CodeTable(CodeList(["trade"])).number("") == -1)
  }
}

extension String {
  /// A character by its place, which begins again behind the end.
  fileprivate subscript(place: Int) -> Character {
    self[index(startIndex, offsetBy: place % count)]
  }
}
