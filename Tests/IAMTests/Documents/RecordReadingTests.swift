import Testing

@testable import IAM

/// Reading lines, CSV and JSON lines.
@Suite struct RecordReadingTests {
  private func lines(_ text: String) -> LineReader { LineReader(bytes: Array(text.utf8)) }

  private func records(_ text: String) throws -> [[String]] {
    var reader = CSVReader(lines(text))
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record.fields) }
    return records
  }

  private func requests(_ text: String) throws -> [CheckRequest] {
    var reader = CheckRequestReader(lines(text))
    var requests: [CheckRequest] = []
    while let request = try reader.next() { requests.append(request) }
    return requests
  }

  private func failure(_ action: () throws -> Void) throws -> RecordError {
    try #require(throws: RecordError.self, performing: action)
  }

  @Test(arguments: 1...7)
  func `lines are the same however the bytes arrive`(size: Int) throws {
    var rest = Array("\u{FEFF}甲,乙\r\n\nlast".utf8)[...]
    var reader = LineReader {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    var lines: [String] = []
    while let line = try reader.next() { lines.append(String(decoding: line.bytes, as: UTF8.self)) }
    #expect(lines == ["甲,乙", "", "last"])
  }

  @Test func `a line over the limit is refused and the next one read`() throws {
    let long = String(repeating: "x", count: LineReader.maximumLineSizeInBytes + 1)
    var reader = lines("a\n\(long)\nb")
    #expect(try reader.next()?.number == 1)
    let limit = LineReader.maximumLineSizeInBytes
    #expect(try failure { _ = try reader.next() }.reason == .tooLong(limit: limit))
    #expect(try reader.next() == TextLine(number: 3, bytes: Array("b".utf8)))
    #expect(try reader.next() == nil)
  }

  @Test func `fields may be quoted and hold commas, quotes and line breaks`() throws {
    #expect(try records("a,b\r\nc,\n") == [["a", "b"], ["c", ""]])
    #expect(
      try records("\"a,b\",\"say \"\"x\"\"\"\n\"two\nlines\",\"\"\n\nz")
        == [["a,b", "say \"x\""], ["two\nlines", ""], ["z"]])
  }

  @Test(arguments: [
    ("a\nb\"c,d\ne", RecordError.Reason.misplacedQuote), ("a\n\"b\"c,d\ne", .misplacedQuote),
    ("a\n\"b\nc", .quoteNotClosed),
  ])
  func `a quote at the wrong place is refused with its line`(
    text: String, reason: RecordError.Reason
  ) throws {
    let error = try failure { _ = try records(text) }
    #expect(error == RecordError(line: 2, reason: reason))
  }

  @Test func `bytes that are not UTF-8 are refused and the next line read`() throws {
    var reader = CSVReader(LineReader(bytes: [0x61, 0x0A, 0xFF, 0x0A, 0x62]))
    #expect(try reader.next()?.fields == ["a"])
    #expect(try failure { _ = try reader.next() } == RecordError(line: 2, reason: .invalidUTF8))
    #expect(try reader.next() == CSVRecord(line: 3, fields: ["b"]))
  }

  @Test func `a batch is read from CSV with and without headings`() throws {
    let full = CheckRequest(
      line: 2, username: "trader-01", menu: "trade.listing.create", product: "PNG SH D1",
      account: "T000001-GAS-01")
    let short = CheckRequest(
      line: 3, username: "trader-02", menu: "funds", product: nil, account: nil)
    let text = """
      username,menu,product,account
      trader-01,trade.listing.create,PNG SH D1,T000001-GAS-01
      trader-02,funds,,
      """
    #expect(try requests(text) == [full, short])
    #expect(try requests("\ntrader-02,funds").map(\.line) == [2])
    #expect(try requests("username,menu\n").isEmpty)
    #expect(try requests("").isEmpty)
  }

  @Test func `a batch is read from JSON lines`() throws {
    let text = """

      {"username": "trader-01", "menu": "funds", "account": null}
      {"menu": "trade", "username": "trader-02", "product": "PNG"}
      """
    #expect(
      try requests(text) == [
        CheckRequest(line: 2, username: "trader-01", menu: "funds", product: nil, account: nil),
        CheckRequest(line: 3, username: "trader-02", menu: "trade", product: "PNG", account: nil),
      ])
  }

  @Test(arguments: [
    ("trader-01", "line 1: 1 fields, expected username,menu,product,account"),
    ("trader-01,a\na,b,c,d,e", "line 2: 5 fields, expected username,menu,product,account"),
    ("trader-01,", "line 1: `menu` must not be blank"),
    (",trade", "line 1: `username` must not be blank"),
    ("{\"username\":\"a\"}", "line 1: `menu`: missing"),
    ("{\"username\":\"a\",\"menu\":\"b\",\"x\":1}", "line 1: `x`: unknown key"),
    ("{\"username\":\"a\",\"menu\":\"b\"}\n{\"u", "line 2: column 4: the text ends too early"),
  ])
  func `a question that cannot be read is refused with its line`(
    text: String, wording: String
  ) throws {
    #expect(try failure { _ = try requests(text) }.wording.en == wording)
  }

  @Test func `reading goes on behind a refused question`() throws {
    for text in [
      "a,b,c,d,e\ntrader-01,funds", "{\n{\"username\":\"trader-01\",\"menu\":\"funds\"}",
    ] {
      var reader = CheckRequestReader(lines(text))
      #expect(try failure { _ = try reader.next() }.line == 1)
      #expect(try reader.next()?.username == "trader-01")
      #expect(try reader.next() == nil)
    }
  }

  @Test func `headings say where each column stands`() throws {
    let read = try requests("menu,account,username\nfunds,A1,trader-01\nfunds,,trader-02")
    #expect(read.map(\.username) == ["trader-01", "trader-02"])
    #expect(read.map(\.menu) == ["funds", "funds"])
    #expect(read.map(\.account) == ["A1", nil])
    #expect(read.allSatisfy { $0.product == nil })
  }

  @Test func `a permission matrix is read`() throws {
    var reader = UserPermissionReader(lines("user,permission\nu1,p1\n\nu1,\"p,2\"\nu2,\nu3"))
    #expect(try reader.next() == UserPermissionRecord(line: 2, user: "u1", permission: "p1"))
    #expect(try reader.next() == UserPermissionRecord(line: 4, user: "u1", permission: "p,2"))
    let blank = try failure { _ = try reader.next() }
    #expect(blank == RecordError(line: 5, reason: .blank(column: "permission")))
    let short = try failure { _ = try reader.next() }
    #expect(short.wording.zh == "第 6 行：有 1 个字段，应为 user,permission")
    #expect(try reader.next() == nil)
  }

  @Test(arguments: 1...20)
  func `damaged records never trap`(seed: UInt64) throws {
    var random = SampleValues(seed: seed)
    var bytes = Array("trader-01,\"a,b\",PNG\n\"x\"\"y\",z\n{\"username\":1}\n".utf8)
    for _ in 0..<6 { random.damage(&bytes) }
    var reader = CheckRequestReader(LineReader(bytes: bytes))
    var isAtEnd = false
    while !isAtEnd {
      do { isAtEnd = try reader.next() == nil } catch let error as RecordError {
        #expect(error.line > 0)
      }
    }
  }
}
