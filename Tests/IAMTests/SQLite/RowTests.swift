import TestSupport
import Testing

@testable import IAM

/// Values go in and come out unchanged, or not at all.
struct RowTests {
  private let directory: TemporaryDirectory
  private let database: Database

  init() throws {
    directory = try TemporaryDirectory()
    database = try Notebook.create(directory.file("iam.db"))
  }

  private func echo<Value>(
    _ value: any SQLBindable, _ read: (borrowing Row) throws -> Value
  ) throws -> Value {
    let result = try database.read { transaction in
      try transaction.first("SELECT ?", value, row: read)
    }
    return try #require(result)
  }

  @Test(arguments: [0, 1, -1, Int64.max, Int64.min])
  func `integers come back`(value: Int64) throws {
    #expect(try echo(value) { try $0.int(0) } == value)
    #expect(try echo(Int(value)) { try $0.intOrNil(0) } == value)
  }

  @Test(arguments: ["", "a", "'); DROP TABLE note; --", "会员 🧾", "a\0b", "e\u{301}"])
  func `texts come back`(value: String) throws {
    #expect(try echo(value) { Array(try $0.text(0).utf8) } == Array(value.utf8))
    #expect(try echo(String?.some(value)) { try $0.textOrNil(0) } == value)
  }

  @Test(arguments: [[], [0], [255, 0, 1]] as [[UInt8]])
  func `bytes come back, also none`(value: [UInt8]) throws {
    #expect(try echo(value) { try $0.blob(0) } == value)
    #expect(try echo(value) { try $0.blobOrNil(0) } == value)
  }

  @Test func `booleans are 0 and 1 and nothing else`() throws {
    #expect(try echo(true) { try $0.bool(0) })
    #expect(try echo(false) { try $0.bool(0) } == false)
    #expect(try refusedKind { _ = try echo(2) { try $0.bool(0) } } == .integrity)
  }

  @Test func `null is null only where it may be`() throws {
    #expect(try echo(Int?.none) { try $0.intOrNil(0) } == nil)
    #expect(try echo(SQLValue.null) { try $0.textOrNil(0) } == nil)
    #expect(try echo([UInt8]?.none) { try $0.blobOrNil(0) } == nil)
    #expect(try refusedKind { _ = try echo(SQLValue.null) { try $0.int(0) } } == .integrity)
    #expect(try refusedKind { _ = try echo(SQLValue.null) { try $0.text(0) } } == .integrity)
    #expect(try refusedKind { _ = try echo(SQLValue.null) { try $0.blob(0) } } == .integrity)
    #expect(try refusedKind { _ = try echo(SQLValue.null) { try $0.bool(0) } } == .integrity)
  }

  @Test func `another storage class is an integrity error, not a conversion`() throws {
    #expect(try refusedKind { _ = try echo("1") { try $0.int(0) } } == .integrity)
    #expect(try refusedKind { _ = try echo(1) { try $0.text(0) } } == .integrity)
    #expect(try refusedKind { _ = try echo("1") { try $0.blob(0) } } == .integrity)
    #expect(try refusedKind { _ = try echo([49] as [UInt8]) { try $0.text(0) } } == .integrity)
    let real = try refusedKind {
      try database.read { try $0.rows("SELECT 1.5") { row in _ = try row.intOrNil(0) } }
    }
    #expect(real == .integrity)
  }

  @Test(arguments: [-1, 1, Int.max, Int.min])
  func `a column that does not exist is an integrity error`(column: Int) throws {
    #expect(try refusedKind { _ = try echo(1) { try $0.intOrNil(column) } } == .integrity)
  }

  @Test func `text that is not UTF-8 is an integrity error`() throws {
    let error = try #require(throws: DatabaseError.self) {
      try database.read { try $0.rows("SELECT CAST(x'ff41' AS TEXT)") { _ = try $0.text(0) } }
    }
    #expect(error.kind == .integrity)
    #expect(error.message == "column 0 does not hold valid UTF-8")
    #expect(error.sql == "SELECT CAST(x'ff41' AS TEXT)")
  }

  @Test func `values of one use are gone in the next`() throws {
    let statement: StaticString = "SELECT ?"
    for value in [SQLValue.integer(1), .null, .text("x")] {
      let isNull = try database.read { transaction in
        try transaction.first(statement, value) { row in
          do { return try row.textOrNil(0) == nil } catch { return false }
        }
      }
      #expect(isNull == (value == .null))
    }
  }

  @Test func `SQL that does not compile is a storage error with its text`() throws {
    let error = try #require(throws: DatabaseError.self) {
      try database.read { try $0.exists("SELECT nothing FROM note") }
    }
    #expect(error.kind == .storage(code: 1))
    #expect(error.sql == "SELECT nothing FROM note")
  }

  @Test func `double quotes do not make text`() throws {
    #expect(try refusedKind { _ = try database.read { try $0.exists("SELECT \"word\"") } } != nil)
  }
}
