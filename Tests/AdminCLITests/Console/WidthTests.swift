import Testing

@testable import AdminCLI

/// Columns by UAX #11, escapes by general category.
struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("张三", 4), ("ｆｕ", 4), ("ﾊﾝ", 2), ("한", 2), ("e\u{301}", 1), ("é", 1),
    ("α→…", 3), ("カ\u{3099}", 2), ("a\u{200B}b", 2), ("🀄", 2), ("𠮷", 2), ("（）", 4), ("£", 1),
  ])
  func `wide characters take two columns and marks none`(text: String, columns: Int) {
    #expect(Width.of(text) == columns)
  }

  @Test func `text is cut between characters and padded to columns`() {
    #expect(Width.cut("张三李四", to: 8) == "张三李四")
    #expect(Width.cut("张三李四", to: 7) == "张三李…")
    #expect(Width.cut("张三李四", to: 6) == "张三…")
    #expect(Width.cut("abcdef", to: 4) == "abc…")
    #expect(Width.pad("张三", to: 6) == "张三  ")
    #expect(Width.pad("7", to: 3, leading: true) == "  7")
    #expect(Width.pad("long", to: 2) == "long")
  }

  @Test func `lines break at spaces, between wide characters, or anywhere`() {
    #expect(Width.wrap("", to: 10) == [""])
    #expect(Width.wrap("one two three", to: 8) == ["one two", "three"])
    #expect(Width.wrap("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
    #expect(Width.wrap("交易所会员", to: 5) == ["交易", "所会", "员"])
    #expect(Width.wrap("张", to: 0) == ["张"])
    #expect(Width.wrap("ab cd ", to: 5) == ["ab cd"])
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("张三 α é", "张三 α é"), ("a\tb\nc\r", "a\\tb\\nc\\r"),
    ("\u{1B}[2J", "\\u{1B}[2J"), ("x\u{202E}y", "x\\u{202E}y"), ("\u{85}", "\\u{85}"),
    ("\u{2066}\u{FEFF}\u{2028}", "\\u{2066}\\u{FEFF}\\u{2028}"), ("\u{7F}\u{0}", "\\u{7F}\\u{0}"),
    ("क\u{94D}\u{200D}ष", "क\u{94D}\u{200D}ष"),
  ])
  func `what a terminal acts on is made visible`(text: String, shown: String) {
    #expect(Visible.escaped(text) == shown)
  }

  @Test(arguments: [
    (0 as Int64, "1970-01-01 08:00"), (1_769_839_205_250, "2026-01-31 14:00"),
    (1_769_875_200_000, "2026-02-01 00:00"), (-28_800_001, "1969-12-31 23:59"),
  ])
  func `people read times as the exchange's clock shows them`(milliseconds: Int64, text: String) {
    #expect(ExchangeTime.minute(milliseconds) == text)
    #expect(ExchangeTime.second(milliseconds).hasPrefix(text + ":"))
    #expect(ExchangeTime.second(milliseconds).hasSuffix(" +08:00"))
  }

  @Test func `every time has a text`() {
    #expect(ExchangeTime.minute(.max).count == 16)
    #expect(ExchangeTime.minute(.min).count == 16)
  }
}
