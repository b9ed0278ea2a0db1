import Policy
import Testing

/// The forms of codes and names at their boundaries.
struct CodeTests {
  /// A2.
  @Test(arguments: [
    ("abcdef1", false), ("abcdefg1", true), ("abcdefghijklmnopqrs1", true),
    ("abcdefghijklmnopqrst1", false), ("abcdefgh", false), ("ABCDefgh", false),
    ("12345678", false), ("1234567a", true), ("abcdefg-", true), ("1234567_", true),
    ("-abcdefg", true), ("abc def1", false), ("abcdefg1\n", false), ("交易员交易员1a", false),
    ("abcdefg.", false), ("ábcdefg1", false), ("abcdefg１", false), ("", false),
  ])
  func `a username follows A2`(_ text: String, _ isOne: Bool) {
    #expect((Username(text) != nil) == isOne)
  }

  @Test func `usernames that differ in case fold to one key`() {
    let written: Username = "Trader-01"
    #expect(written.folded == "trader-01")
    #expect(written != "trader-01")
  }

  @Test func `no username is special`() {
    // The decision never reads the text: an administrator's name gives nothing.
    var policy = TenantPolicy.member()
    for username: Username in ["admin-01", "root-0001", "master-01", "ADMIN_001", "system-1"] {
      policy.person(username)
      #expect(policy.can(username, at: Clock.now).isEmpty)
      #expect(policy.answer(username, "trade.view").reason == .menuNotGranted)
      #expect(!Authority(of: .insider(username), in: policy).isWholeTenant)
      #expect(Authority(of: .insider(username), in: policy).administered.isEmpty)
    }
  }

  /// Swift takes canonically equivalent texts for equal, the store compares bytes: without one
  /// form two roles could bear one name, or one role could not be found by its name.
  @Test(arguments: [
    ("e\u{301}quipe", "\u{E9}quipe"), ("\u{212B}", "\u{C5}"), ("\u{F900}", "\u{8C48}"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("交易\u{2126}", "交易\u{3A9}"),
  ])
  func `a name is kept in normal form C`(_ text: String, _ composed: String) throws {
    let name = try #require(Name(text))
    #expect(Array(name.text.unicodeScalars) == Array(composed.unicodeScalars))
    #expect(name == Name(composed))
  }

  @Test(arguments: [
    ("交易员", true), ("Shift A", true), ("a", true), ("", false), (" a", false), ("a ", false),
    ("a  b", false), ("a\tb", false), ("a\u{0}b", false), ("a\u{202E}b", false),
    ("a\u{200B}b", false), ("a\u{3000}b", false), ("a\u{A0}b", false), ("\u{3164}", false),
    ("a\u{E000}", false), ("a\u{FE0F}", false), ("a\u{2028}b", false), ("\u{0378}", false),
  ])
  func `a name holds visible characters and single spaces inside`(_ text: String, _ isOne: Bool) {
    #expect((Name(text) != nil) == isOne)
  }

  @Test func `a name is at most 64 characters`() {
    #expect(Name(String(repeating: "员", count: 64)) != nil)
    #expect(Name(String(repeating: "员", count: 65)) == nil)
    #expect(Name("e" + String(repeating: "\u{301}", count: 257)) == nil)
  }

  @Test(arguments: [
    ("trade", true), ("a.b.c.d.e.f", true), ("a.b.c.d.e.f.g", false), ("", false), (".", false),
    ("trade.", false), (".trade", false), ("a..b", false), ("Trade", false), ("trade.1-a", true),
    ("trade_a", false), ("*", false), ("trade.*", false), ("a b", false), ("交易", false),
  ])
  func `a menu code is a dot path`(_ text: String, _ isOne: Bool) {
    #expect((MenuCode(text) != nil) == isOne)
    #expect(MenuCode(text).map(\.text) == (isOne ? text : nil))
  }

  @Test func `a segment is at most 32 bytes`() {
    #expect(MenuCode(String(repeating: "a", count: 32)) != nil)
    #expect(MenuCode(String(repeating: "a", count: 33)) == nil)
  }

  /// F4.
  @Test(arguments: [
    ("PNG SH D1", "PNG.SH.D1"), ("PNG-SH-D1", "PNG.SH.D1"), ("PNG.SH.D1", "PNG.SH.D1"),
    ("PNG", "PNG"), ("PNG.SH-D1", "PNG.SH.D1"), ("png", nil), ("PNG.SH.D1.X", nil),
    ("PNG  SH", nil), ("PNG/SH", nil), ("", nil), ("*", nil), ("PNG\u{A0}SH", nil),
  ])
  func `a product code is read in three spellings`(_ text: String, _ canonical: String?) {
    #expect(ProductCode(text)?.text == canonical)
  }

  /// F4.
  @Test(arguments: [
    ("D1", true), ("D8", true), ("D0", false), ("D9", false), ("D", false), ("D10", false),
    ("W", true), ("F", true), ("X", false), ("WW", false), ("1501", true), ("1512", true),
    ("1500", false), ("1513", false), ("2015", true), ("2000", true), ("2099", true),
    ("2100", false), ("1999", false), ("151", false), ("15012", false), ("15A1", false),
  ])
  func `a term is known by its grammar`(_ term: String, _ isOne: Bool) {
    let code = ProductCode(unchecked: "PNG.SH." + term)
    #expect(code.endsInTerm == isOne)
    #expect(Catalogue.small.knows(code) == isOne)
    #expect(!Catalogue.small.knows(ProductCode(unchecked: "PNG.XX." + term)))
    #expect(!ProductCode(unchecked: "PNG." + term).endsInTerm)
  }

  @Test(arguments: [("T000001-GAS-01", true), ("t1", false), ("", false), ("T 1", false)])
  func `an account code is capitals, digits and hyphens`(_ text: String, _ isOne: Bool) {
    #expect((AccountCode(text) != nil) == isOne)
    #expect(AccountCode(String(repeating: "T", count: 33)) == nil)
  }

  @Test(arguments: [("EX", true), ("M000001", true), ("m1", false), ("M-1", false), ("", false)])
  func `a tenant code is capitals and digits`(_ text: String, _ isOne: Bool) {
    #expect((TenantCode(text) != nil) == isOne)
    #expect(TenantCode(String(repeating: "M", count: 17)) == nil)
  }

  @Test func `every set of marks survives being written as letters`() {
    for bits in 0..<UInt16(1 << Marks.letters.count) {
      let marks = Marks(rawValue: bits)
      let expected = marks.contains(.setup) ? marks.union(.signup) : marks
      #expect(Marks(letters: marks.letters) == expected)
    }
    #expect(Marks(letters: ["S", "Z"]) == nil)
    #expect(Marks(letters: ["s"]) == nil)
  }

  @Test func `a node covers itself and what is below it, never its name's longer cousin`() {
    let trade: MenuCode = "trade"
    #expect(trade.covers("trade") && trade.covers("trade.listing.create"))
    #expect(!trade.covers("trades") && !trade.covers("trade-x.y") && !trade.covers("tra"))
    #expect(("trade.listing" as MenuCode).parent == trade && trade.parent == nil)
    #expect(Array(("a.b.c" as MenuCode).ancestors) == ["a.b", "a"])
    #expect(("a" as MenuCode).isRoot)
    #expect(!("a.b" as MenuCode).isRoot)
    #expect(("a.b.c" as MenuCode).root == "a" && ("a.b.c" as MenuCode).depth == 3)
    #expect(!MenuCode.wildcard.covers(trade))
  }
}
