import Foundation
import TestSupport
import Testing

@testable import IAM

/// Every way in which a file is refused, and how it comes to be.
struct OpeningTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("iam.db")
  }

  private func refusal(_ mode: Database.Mode) throws -> DatabaseError.Kind? {
    try refusedKind { _ = try Notebook.open(path, mode) }
  }

  /// Runs SQL on the file without any of the database's own checks.
  private func alter(_ sql: String) throws {
    let context = ConnectionContext(
      patience: .zero, announcer: CommitAnnouncer(of: try DatabaseFile(path)),
      counters: StatementCounters(), faults: nil, schemaVersion: 1)
    try Connection.open(path: path, access: .readWrite, context: context).run(script: sql)
  }

  private func setPermissions(_ permissions: Int, _ file: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite])
  func `a missing file is refused and not made`(mode: Database.Mode) throws {
    #expect(try refusal(mode) == .missing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
  }

  @Test func `a file in a missing directory cannot be created`() throws {
    #expect(try refusedKind { _ = try Notebook.create(path + "/deeper/iam.db") } == .missing)
  }

  @Test(arguments: ["", "/", "..", "a/.", "a\0b"])
  func `a path that names no file is refused`(path: String) throws {
    #expect(try refusedKind { _ = try Notebook.create(path) } == .missing)
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite, .create])
  func `a file that is no database is refused and kept`(mode: Database.Mode) throws {
    let text = String(repeating: "this is a letter, not a database. ", count: 40)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try refusal(mode) == .notADatabase)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite, .create])
  func `the database of another program is refused`(mode: Database.Mode) throws {
    _ = try Notebook.create(path)
    try alter("PRAGMA application_id = 7")
    #expect(try refusal(mode) == .foreignApplication(found: 7))
    try alter("PRAGMA application_id = 0")
    #expect(try refusal(mode) == .foreignApplication(found: 0))
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite])
  func `a newer schema is refused`(mode: Database.Mode) throws {
    _ = try Notebook.create(path)
    try alter("PRAGMA user_version = 9")
    #expect(try refusal(mode) == .schemaTooNew(found: 9, known: 1))
  }

  @Test func `an older schema is refused by readers and migrated by writers`() throws {
    _ = try Notebook.create(path)
    let newer = [Notebook.first, Notebook.second]
    let old = try Notebook.open(path)
    let refusal = try refusedKind {
      _ = try Database(path: path, mode: .readOnly, migrations: newer)
    }
    #expect(refusal == .schemaTooOld(found: 1, known: 2))
    let migrated = try Database(path: path, mode: .readWrite, migrations: newer)
    #expect(try migrated.read { try $0.exists("SELECT 1 FROM note WHERE body IS NULL") })
    // Whoever had the file open before the migration notices in its next transaction.
    #expect(try refusedKind { _ = try old.titles() } == .schemaTooNew(found: 2, known: 1))
    #expect(try refusedKind { try old.add("two") } == .schemaTooNew(found: 2, known: 1))
  }

  @Test(arguments: ["", "-wal", "-shm", ".lock"])
  func `a file that everybody may change is refused`(suffix: String) throws {
    let database = try Notebook.create(path)
    #expect(try database.titles() == ["one"])
    try setPermissions(0o602, path + suffix)
    for mode in [Database.Mode.readOnly, .readWrite, .create] {
      #expect(try refusal(mode) == .worldWritable)
    }
  }

  @Test func `a symbolic link and a directory are refused`() throws {
    _ = try Notebook.create(directory.file("real.db"))
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: directory.file("real.db"))
    for mode in [Database.Mode.readOnly, .readWrite, .create] {
      #expect(try refusal(mode) == .notARegularFile)
    }
    #expect(try refusedKind { _ = try Notebook.open(directory.path) } == .notARegularFile)
  }

  @Test func `a directory reached through a symbolic link is fine`() throws {
    let link = directory.file("link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: directory.path)
    #expect(try Notebook.create(link + "/iam.db").titles() == ["one"])
    #expect(try Notebook.open(path).titles() == ["one"])
  }

  @Test func `a lock file that is a symbolic link stops every change`() throws {
    let database = try Notebook.create(path)
    try FileManager.default.removeItem(atPath: path + ".lock")
    try FileManager.default.createSymbolicLink(
      atPath: path + ".lock", withDestinationPath: directory.file("elsewhere"))
    #expect(try refusedKind { try database.add("two") } == .notARegularFile)
    #expect(!FileManager.default.fileExists(atPath: directory.file("elsewhere")))
  }

  @Test func `creating refuses a database that exists`() throws {
    _ = try Notebook.create(path)
    #expect(try refusedKind { _ = try Notebook.create(path) } == .alreadyExists)
    #expect(try Notebook.open(path, .readOnly).titles() == ["one"])
  }

  @Test func `an empty file is incomplete, and creating finishes it`() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    try setPermissions(0o644, path)
    #expect(try refusal(.readOnly) == .incomplete)
    #expect(try refusal(.readWrite) == .incomplete)
    #expect(try Notebook.create(path).titles() == ["one"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `creating leaves nothing when any of its statements fails`() throws {
    var position = 1
    let faults = FaultPlan(code: 10)
    while true {
      faults.arm(position: position)
      let failed = try refusedKind { _ = try Notebook.create(path, faults: faults) }
      if failed == nil { break }
      #expect(failed == .storage(code: 10))
      #expect(try refusal(.readWrite) == .incomplete)
      position += 1
    }
    #expect(position > 20)
    #expect(faults.isPending)
    #expect(try Notebook.open(path).titles() == ["one"])
  }

  @Test func `a failed migration leaves the version before`() throws {
    _ = try Notebook.create(path)
    let newer = [Notebook.first, Notebook.second]
    let faults = FaultPlan(code: 13)
    for position in 1... {
      faults.arm(position: position)
      let failed = try refusedKind {
        _ = try Database(path: path, mode: .readWrite, migrations: newer, faults: faults)
      }
      if failed == nil { break }
      // Version 1 is still complete, or version 2 is: the last checks come after the commit.
      let old = try refusal(.readWrite)
      #expect(old == nil || old == .schemaTooNew(found: 2, known: 1))
      if old != nil { break }
    }
    let database = try Database(path: path, mode: .readWrite, migrations: newer)
    #expect(try database.integrityCheck().isEmpty)
  }

  @Test func `one of several creators wins and the others hear that it exists`() async throws {
    let path = path
    let kinds = try await withThrowingTaskGroup(of: DatabaseError.Kind?.self) { group in
      for _ in 0..<4 {
        group.addTask { try refusedKind { _ = try Notebook.create(path) } }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(kinds.count { $0 == nil } == 1)
    #expect(kinds.count { $0 == .alreadyExists } == 3)
    #expect(try Notebook.open(path).titles() == ["one"])
  }
}
