import TestSupport
import Testing

@testable import IAM

/// What a change and a view promise.
struct TransactionTests {
  private struct Refusal: Error, Equatable {}

  private let directory: TemporaryDirectory
  private let path: String
  private let database: Database

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("iam.db")
    database = try Notebook.create(path)
  }

  @Test func `a change is seen by others after its commit`() throws {
    let other = try Notebook.open(path, .readOnly)
    try database.add("two")
    #expect(try database.titles() == ["one", "two"])
    #expect(try other.titles() == ["one", "two"])
  }

  @Test func `a change whose body throws is rolled back and the error passed on`() throws {
    #expect(throws: Refusal()) {
      try database.write { transaction in
        try transaction.execute("DELETE FROM note")
        throw Refusal()
      }
    }
    #expect(try database.titles() == ["one"])
    try database.add("two")
  }

  @Test func `a dry run returns what it would have done and changes nothing`() throws {
    let titles = try database.write(rollingBack: true) { transaction in
      try transaction.execute("INSERT INTO note (title) VALUES (?), (?)", "two", "three")
      return try transaction.reading.titles()
    }
    #expect(titles == ["one", "three", "two"])
    #expect(try database.titles() == ["one"])
  }

  @Test func `a read inside a write sees what was committed before`() throws {
    try database.write { transaction in
      try transaction.execute("INSERT INTO note (title) VALUES ('two')")
      #expect(try transaction.reading.titles() == ["one", "two"])
      #expect(try database.titles() == ["one"])
    }
    #expect(try database.titles() == ["one", "two"])
  }

  @Test func `a read keeps its view while others commit, also with reads inside`() throws {
    try database.read { transaction in
      #expect(try transaction.titles() == ["one"])
      try database.add("two")
      #expect(try transaction.titles() == ["one"])
      #expect(try database.titles() == ["one", "two"])
    }
    #expect(try database.titles() == ["one", "two"])
  }

  @Test func `a database opened for reading refuses changes`() throws {
    let reader = try Notebook.open(path, .readOnly)
    #expect(try refusedKind { try reader.add("two") } == .readOnly)
    #expect(try reader.titles() == ["one"])
  }

  @Test func `a broken rule names the constraint and keeps the change open`() throws {
    try database.write { transaction in
      #expect(throws: DatabaseError.self) {
        try transaction.execute("INSERT INTO note (title) VALUES (?)", "one")
      }
      try transaction.execute("INSERT INTO note (title) VALUES (?)", "two")
    }
    #expect(try database.titles() == ["one", "two"])
  }

  @Test func `an error tells code and text but never the bound values`() throws {
    let error = try #require(throws: DatabaseError.self) {
      try database.write { transaction in
        try transaction.execute("INSERT INTO note (id, title) VALUES (?, ?)", 4711, "one")
      }
    }
    #expect(error.kind == .constraint(code: 2067))
    #expect(error.code == 2067)
    #expect(error.isUniqueViolation)
    #expect(error.sql == "INSERT INTO note (id, title) VALUES (?, ?)")
    #expect(error.message == "UNIQUE constraint failed: note.title")
  }

  @Test func `a reference to nothing fails at the commit and everything is rolled back`() throws {
    let error = try #require(throws: DatabaseError.self) {
      try database.write { transaction in
        try transaction.execute("INSERT INTO note (title, parent) VALUES (?, ?)", "two", 99)
      }
    }
    #expect(error.kind == .constraint(code: 787))
    #expect(!error.isUniqueViolation)
    #expect(try database.titles() == ["one"])
    try database.add("three")
  }

  @Test func `a body that goes on after a rollback by the library cannot commit`() throws {
    let error = try refusedKind {
      try database.write { transaction in
        #expect(throws: DatabaseError.self) {
          // Stands for what a full disk does: the library itself ends the transaction.
          try transaction.execute("INSERT OR ROLLBACK INTO note (title) VALUES ('one')")
        }
        try transaction.execute("INSERT INTO note (title) VALUES ('two')")
      }
    }
    #expect(error == .storage(code: 516))
    #expect(try database.titles() == ["one"])
  }

  @Test func `execute counts the rows that it changed itself`() throws {
    try database.write { transaction in
      #expect(try transaction.execute("INSERT INTO note (title) VALUES ('a'), ('b')") == 2)
      #expect(try transaction.execute("CREATE TABLE other (id INTEGER) STRICT") == 0)
      #expect(try transaction.execute("UPDATE note SET title = 'x' WHERE title = 'none'") == 0)
      #expect(try transaction.execute("DELETE FROM note WHERE title <> ?", "one") == 2)
      let traces = try transaction.reading.first("SELECT count(*) FROM trace") { try $0.int(0) }
      #expect(traces == 2)
    }
  }

  @Test func `a changing statement returns rows`() throws {
    try database.write { transaction in
      let first = try transaction.first(
        "INSERT INTO note (title) VALUES (?) RETURNING id, title", "two"
      ) { row in (try row.int(0), try row.text(1)) }
      #expect(try #require(first) == (2, "two"))
      let all = try transaction.all("UPDATE note SET title = title || '!' RETURNING title") { row in
        try row.text(0)
      }
      #expect(all.sorted() == ["one!", "two!"])
    }
    #expect(try database.titles() == ["one!", "two!"])
  }

  @Test func `replacing a row runs its delete trigger`() throws {
    try database.write { transaction in
      try transaction.execute("INSERT OR REPLACE INTO note (title) VALUES ('one')")
      #expect(try transaction.reading.exists("SELECT 1 FROM trace WHERE title = 'one'"))
    }
  }

  @Test func `when any statement of a change fails, nothing changed`() throws {
    let faults = FaultPlan(code: 13)
    let faulty = try Notebook.open(path, faults: faults)
    var position = 1
    while true {
      faults.arm(position: position)
      let failed = try refusedKind {
        try faulty.write { transaction in
          try transaction.execute("INSERT INTO note (title) VALUES ('two')")
          try transaction.execute("UPDATE note SET title = title || '!'")
          try transaction.execute("DELETE FROM note WHERE title = 'one!'")
        }
      }
      if failed == nil { break }
      #expect(failed == .storage(code: 13))
      #expect(try database.titles() == ["one"])
      position += 1
    }
    // `BEGIN`, two checks of the schema, three statements, `COMMIT`.
    #expect(position == 8)
    #expect(try database.titles() == ["two!"])
  }

  @Test func `when even the rollback fails, nothing changed and the next change works`() throws {
    let faults = FaultPlan(code: 10)
    let faulty = try Notebook.open(path, faults: faults)
    #expect(throws: Refusal()) {
      try faulty.write { transaction in
        try transaction.execute("DELETE FROM note")
        faults.arm(position: 1)
        throw Refusal()
      }
    }
    #expect(!faults.isPending)
    #expect(try database.titles() == ["one"])
    try faulty.add("two")
    #expect(try database.titles() == ["one", "two"])
  }

  @Test func `the same statement inside itself works, and closing finds none in use`() throws {
    let other = try Notebook.open(path)
    try other.add("two")
    let pairs = try other.read { transaction in
      try transaction.all("SELECT title FROM note ORDER BY title") { row in
        [try row.text(0)] + (try transaction.titles())
      }
    }
    #expect(pairs == [["one", "one", "two"], ["two", "one", "two"]])
    #expect(throws: Refusal()) {
      try other.read { transaction in
        try transaction.rows("SELECT title FROM note ORDER BY title") { _ in throw Refusal() }
      }
    }
    // The connections close here; a statement in use would stop the program.
  }
}
