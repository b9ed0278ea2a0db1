import TestSupport

@testable import IAM

/// A small schema for the tests of the database itself.
enum Notebook {
  static let first = Migration(
    version: 1,
    [
      """
      CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL UNIQUE CHECK (title <> ''),
        parent INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT;
      -- A comment behind the last statement.
      """,
      "CREATE TABLE trace (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;",
      """
      CREATE TRIGGER note_traced AFTER DELETE ON note BEGIN
        INSERT INTO trace (title) VALUES (old.title);
      END;
      """,
    ])
  static let second = Migration(
    version: 2, ["ALTER TABLE note ADD COLUMN body BLOB; CREATE INDEX note_body ON note (body)"])
  static let migrations = [first]

  /// Makes a notebook with one note, `one`.
  static func create(
    _ path: String, threshold: Int = 1 << 20, faults: FaultPlan? = nil
  ) throws -> Database {
    try Database(
      path: path, mode: .create, migrations: migrations, patience: .seconds(5),
      checkpointThreshold: threshold, faults: faults
    ) { transaction in
      try transaction.execute("INSERT INTO note (title) VALUES (?)", "one")
    }
  }

  /// Opens a notebook.
  static func open(
    _ path: String, _ mode: Database.Mode = .readWrite, patience: Duration = .seconds(5),
    faults: FaultPlan? = nil
  ) throws -> Database {
    try Database(path: path, mode: mode, migrations: migrations, patience: patience, faults: faults)
  }
}

extension ReadTransaction {
  /// All titles, in alphabetical order.
  func titles() throws -> [String] {
    try all("SELECT title FROM note ORDER BY title") { row in try row.text(0) }
  }
}

extension Database {
  /// All titles that are committed.
  func titles() throws -> [String] { try read { transaction in try transaction.titles() } }

  /// Adds a note in a change of its own.
  func add(_ title: String) throws {
    try write { transaction in
      try transaction.execute("INSERT INTO note (title) VALUES (?)", title)
    }
  }
}

/// The kind of the database error that the body throws; fails the test when it throws none.
func refusedKind(_ body: () throws -> Void) throws -> DatabaseError.Kind? {
  do {
    try body()
    return nil
  } catch let error as DatabaseError {
    return error.kind
  }
}
