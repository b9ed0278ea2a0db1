import Foundation
import TestSupport
import Testing

@testable import IAM

/// What holds when processes meet, die or lack permission.
struct SafetyTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("iam.db")
  }

  private func size(_ suffix: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int
  }

  @Test(arguments: [Connection.Access.readOnly, .readWrite])
  func `the settings are as promised`(access: Connection.Access) throws {
    let database = try Notebook.create(path)
    let connection = try Connection.open(path: path, access: access, context: database.context)
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
    #expect(try connection.integer("PRAGMA trusted_schema") == 0)
    #expect(try connection.integer("PRAGMA recursive_triggers") == 1)
    #expect(try connection.integer("PRAGMA secure_delete") == 1)
    #expect(try connection.integer("PRAGMA temp_store") == 2)
    #expect(try connection.integer("PRAGMA cell_size_check") == 1)
    #expect(try connection.integer("PRAGMA wal_autocheckpoint") == 0)
    #expect(try connection.integer("PRAGMA busy_timeout") == 5_000)
    #expect(try connection.text("PRAGMA journal_mode") == "wal")
    #expect(throws: DatabaseError.self) { try connection.run("ATTACH ':memory:' AS other") }
    #expect(throws: DatabaseError.self) { _ = try connection.run("SELECT load_extension('x')") }
  }

  @Test func `the schema's own tables cannot be written`() throws {
    let database = try Notebook.create(path)
    #expect(throws: DatabaseError.self) {
      try database.write { try $0.execute("DELETE FROM sqlite_schema") }
    }
  }

  @Test func `writers in several threads lose no change`() async throws {
    _ = try Notebook.create(path, threshold: 32_768)
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let database = try Database(
            path: path, mode: .readWrite, migrations: Notebook.migrations,
            checkpointThreshold: 32_768)
          for number in 0..<15 { try database.add("\(writer)-\(number)") }
        }
      }
      try await group.waitForAll()
    }
    let database = try Notebook.open(path, .readOnly)
    #expect(try database.titles().count == 61)
    #expect(try database.integrityCheck().isEmpty)
  }

  @Test func `a database shared by threads serves reads inside reads beside changes`() async throws
  {
    let database = try Notebook.create(path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask { for number in 0..<10 { try database.add("\(writer)-\(number)") } }
        group.addTask {
          for _ in 0..<40 {
            let seen = try database.read { transaction in
              (try transaction.titles().count, try database.titles().count)
            }
            #expect(seen.0 <= seen.1)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try database.titles().count == 21)
  }

  @Test func `a change waits no longer than its patience`() throws {
    let holder = try Notebook.create(path)
    let other = try Notebook.open(path, patience: .milliseconds(30))
    try holder.write { transaction in
      try transaction.execute("INSERT INTO note (title) VALUES ('two')")
      let start = ContinuousClock.now
      #expect(try refusedKind { try other.add("three") } == .busy)
      #expect(ContinuousClock.now - start >= .milliseconds(30))
      #expect(try other.titles() == ["one"])
    }
    try other.add("three")
    #expect(try holder.titles() == ["one", "three", "two"])
  }

  @Test func `a change waits for a foreign writer that does not know the lock`() throws {
    let database = try Notebook.create(path)
    let other = try Notebook.open(path, patience: .milliseconds(30))
    let foreign = try Connection.open(path: path, access: .readWrite, context: database.context)
    try foreign.run("BEGIN IMMEDIATE")
    #expect(try refusedKind { try other.add("two") } == .busy)
    try foreign.run("COMMIT")
    try other.add("two")
  }

  @Test func `a lock file that was removed and made anew is noticed`() throws {
    let holder = try Notebook.create(path)
    try FileManager.default.removeItem(atPath: path + ".lock")
    try holder.add("two")
    #expect(FileManager.default.fileExists(atPath: path + ".lock"))
  }

  @Test func `the log is emptied when it is large and kept when a connection closes`() throws {
    do {
      let database = try Notebook.create(path, threshold: 20_000)
      var sizes: [Int] = []
      repeat {
        try database.add("more \(sizes.count)")
        sizes.append(try #require(try size("-wal")))
      } while sizes.last != 0 && sizes.count < 20
      #expect(sizes.count > 1 && sizes.last == 0)
      #expect(sizes.allSatisfy { $0 < 20_000 })
      try database.add("last")
    }
    #expect(try #require(try size("-wal")) > 0)
    #expect(try Notebook.open(path, .readOnly).titles().contains("last"))
    #expect(try #require(try size("-wal")) > 0)
  }

  @Test func `a long read keeps the log from being emptied but nobody waits`() throws {
    let database = try Notebook.create(path, threshold: 10_000)
    try database.read { transaction in
      _ = try transaction.titles()
      for number in 0..<6 { try database.add("more \(number)") }
      #expect(try #require(try size("-wal")) > 10_000)
      #expect(try transaction.titles() == ["one"])
    }
    for number in 6..<12 { try database.add("more \(number)") }
    #expect(try #require(try size("-wal")) < 30_000)
    #expect(try database.titles().count == 13)
  }

  @Test func `a process killed inside a change leaves the state before`() async throws {
    let path = path
    _ = try Notebook.create(path)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let database = try Notebook.open(path)
      try database.add("two")
      try database.write { transaction in
        try transaction.execute("DELETE FROM note")
        kill(getpid(), SIGKILL)
      }
    }
    let database = try Notebook.open(path, patience: .milliseconds(100))
    #expect(try database.titles() == ["one", "two"])
    try database.add("three")
    #expect(try database.integrityCheck().isEmpty)
  }

  @Test func `a process killed while creating leaves an incomplete file`() async throws {
    let path = path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      _ = try Database(path: path, mode: .create, migrations: Notebook.migrations) { _ in
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try refusedKind { _ = try Notebook.open(path, .readOnly) } == .incomplete)
    #expect(try Notebook.create(path).titles() == ["one"])
  }

  @Test func `a user who may only read can read but not change`() async throws {
    let path = path
    try Notebook.create(path).add("two")
    let folder = [FileAttributeKey.posixPermissions: 0o755]
    try FileManager.default.setAttributes(folder, ofItemAtPath: directory.path)
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      let readable = [FileAttributeKey.posixPermissions: 0o644]
      try FileManager.default.setAttributes(readable, ofItemAtPath: path + suffix)
    }
    await #expect(processExitsWith: .success) { [path = path as String] in
      // Permissions do not bind the superuser.
      if geteuid() == 0 { try #require(seteuid(65_534) == 0) }
      let reader = try Notebook.open(path, .readOnly)
      let titles = try reader.titles()
      try #require(titles == ["one", "two"])
      if geteuid() == 65_534 {
        let refusal = try refusedKind { _ = try Notebook.open(path, .readWrite) }
        try #require(refusal == .readOnly)
      }
    }
  }

  @Test func `files are for the owner alone whatever the mask`() async throws {
    let path = path
    await #expect(processExitsWith: .success) { [path = path as String] in
      umask(0)
      let database = try Notebook.create(path)
      try database.add("two")
      _ = try database.titles()
      for suffix in ["", "-wal", "-shm", ".lock"] {
        let file = try FileManager.default.attributesOfItem(atPath: path + suffix)
        try #require(file[.posixPermissions] as? Int == 0o600)
      }
    }
  }
}
