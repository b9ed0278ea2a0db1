import Testing

@testable import IAM

/// Reading RFC 8259 text.
@Suite struct JSONReadingTests {
  @Test func `every kind of value is read`() throws {
    let text = #" {"a": [1, -2, true, false, null, ""], "b": {}, "c": "中\n\u00e9\ud83d\ude00\/"} "#
    #expect(
      try JSONValue(reading: text) == [
        "a": [1, -2, true, false, nil, ""], "b": [:], "c": "中\né😀/",
      ])
  }

  @Test func `a byte order mark and the bounds of whole numbers are read`() throws {
    #expect(try JSONValue(reading: [0xEF, 0xBB, 0xBF, 0x31]) == 1)
    #expect(try JSONValue(reading: "-9223372036854775808") == .number(.min))
    #expect(try JSONValue(reading: "9223372036854775807") == .number(.max))
    #expect(try JSONValue(reading: "-0") == 0)
  }

  @Test(arguments: [
    ("", 1, 1, JSONReadingError.Problem.endOfText),
    ("{\n  \"a\": 1,\n  \"a\": 2}", 3, 3, .duplicateKey("a")),
    ("[\"中文\" 1]", 1, 7, .markExpected("`,` / `]`")),
    ("[1,]", 1, 4, .valueExpected),
    ("{\"a\" 1}", 1, 6, .markExpected("`:`")),
    ("{a:1}", 1, 2, .markExpected("`\"`")),
    ("{\"a\":1,}", 1, 8, .markExpected("`\"`")),
    ("[1", 1, 3, .endOfText),
    ("{\"a\"", 1, 5, .endOfText),
    ("1 2", 1, 3, .textAfterValue),
    ("tru", 1, 1, .valueExpected),
    ("nulll", 1, 5, .textAfterValue),
    ("1.5", 1, 1, .notWhole),
    ("[1e3]", 1, 2, .notWhole),
    ("9223372036854775808", 1, 1, .numberTooLarge),
    ("-9223372036854775809", 1, 1, .numberTooLarge),
    ("01", 1, 1, .malformedNumber),
    ("-", 1, 1, .malformedNumber),
    ("\"a", 1, 3, .endOfText),
    ("\"\\x\"", 1, 2, .malformedEscape),
    ("\"\\u12\"", 1, 2, .malformedEscape),
    ("\"\\ud800\"", 1, 2, .malformedEscape),
    ("\"\\ud800\\u0041\"", 1, 2, .malformedEscape),
    ("\"\\udc00\"", 1, 2, .malformedEscape),
    ("\"a\tb\"", 1, 3, .controlCharacter),
  ])
  func `what is not JSON is refused with its place`(
    text: String, line: Int, column: Int, problem: JSONReadingError.Problem
  ) {
    let error = #expect(throws: JSONReadingError.self) { try JSONValue(reading: text) }
    #expect(error == JSONReadingError(line: line, column: column, problem: problem))
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
  ])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let error = #expect(throws: JSONReadingError.self) { try JSONValue(reading: bytes) }
    #expect(error?.problem == .invalidUTF8)
  }

  @Test func `size and nesting are limited`() throws {
    let bytes = Array("[[1]]".utf8)
    #expect(try JSONValue(reading: bytes, maximumSizeInBytes: 5, maximumDepth: 2) == [[1]])
    let large = #expect(throws: JSONReadingError.self) {
      try JSONValue(reading: bytes, maximumSizeInBytes: 4)
    }
    #expect(large?.problem == .tooLarge(limit: 4))
    let deep = #expect(throws: JSONReadingError.self) {
      try JSONValue(reading: bytes, maximumDepth: 1)
    }
    #expect(deep?.problem == .tooDeep(limit: 1))
    let bottomless = String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONReadingError.self) { try JSONValue(reading: bottomless) }
  }

  @Test func `the wording names line and column in both languages`() {
    let error = JSONReadingError(line: 2, column: 7, problem: .markExpected("`:`"))
    #expect(error.wording.en == "line 2, column 7: expected `:`")
    #expect(error.wording.zh == "第 2 行第 7 列：此处应为 `:`")
  }

  @Test(arguments: 1...40)
  func `reading what was written gives the same value`(seed: UInt64) throws {
    var random = SampleValues(seed: seed)
    for _ in 0..<25 {
      let value = random.value(depth: 4)
      #expect(try JSONValue(reading: value.text()) == value)
      #expect(try JSONValue(reading: value.text(indented: true)) == value)
    }
  }

  @Test(arguments: 1...20)
  func `a damaged text is read or refused and never traps`(seed: UInt64) {
    var random = SampleValues(seed: seed)
    var refusals = 0
    for _ in 0..<100 {
      var bytes = Array(random.value(depth: 4).text().utf8)
      for _ in 0..<random.below(4) + 1 { random.damage(&bytes) }
      do {
        let value = try JSONValue(reading: bytes)
        #expect(try JSONValue(reading: value.text()) == value)
      } catch {
        refusals += 1
        #expect(error.line > 0 && error.column > 0)
      }
    }
    #expect(refusals > 0)
  }
}
