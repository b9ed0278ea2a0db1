import Foundation
import Policy
import Synchronization
import TestSupport
import Testing

@testable import IAM

/// The argument of `docs/decisions/0004-freshness.md`, tried with writers that die and that race.
@Suite struct FreshnessTests {
  let exchange: TestExchange
  let check = Check(
    operator: "trader-001", menu: "trade.listing.view", product: "PNG", account: nil)

  init() throws {
    exchange = try TestExchange.withTrader()
  }

  private func reader() throws -> CheckReader {
    let clock = exchange.clock
    return try PermissionChecker(database: exchange.path, clock: { clock.now }).reader()
  }

  private var word: UInt64 {
    get throws {
      try #require(try RevisionWord.reading(exchange.registry.database.file)).value
    }
  }

  @Test func `every commit leaves the word even and higher`() throws {
    let before = try word
    #expect(before % 2 == 0 && before > 0)
    try exchange.registry.fill { _ in }
    #expect(try word == before + 2)
    // What is rolled back is nobody's business.
    try exchange.registry.database.write(rollingBack: true) { _ in }
    #expect(try word == before + 2)
  }

  @Test(arguments: [true, false])
  func `a writer killed around its commit leaves readers right`(afterCommit: Bool) async throws {
    let reader = try reader()
    #expect(try reader.check(check).isAllowed)
    let path = exchange.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, afterCommit = afterCommit as Bool] in
      let database = try Database(path: path, mode: .readWrite, migrations: Schema.migrations)
      let opening = DatabaseOpening(
        file: database.file, lock: database.lock, context: database.context)
      let connection = try opening.known(.readWrite)
      try database.lock.hold {
        try connection.run("BEGIN IMMEDIATE")
        try connection.run("DELETE FROM holding WHERE menu = 'trade'")
        try connection.run("UPDATE tenant SET revision = revision + 1 WHERE id = 2")
        try database.context.announcer.announce {
          if afterCommit { try connection.run("COMMIT") }
          kill(getpid(), SIGKILL)
        }
      }
    }
    let left = try word
    #expect(left % 2 == 1)
    for _ in 0..<3 { #expect(try reader.check(check).isAllowed == !afterCommit) }
    // The next writer repairs the word, and readers are fast again.
    try exchange.registry.fill { _ in }
    #expect(try word == left + 1)
    #expect(try reader.check(check).isAllowed == !afterCommit)
  }

  @Test func `readers in several threads never answer from before a finished commit`() throws {
    let committed = Atomic<Int64>(try reader().check(check).revision)
    let isDone = Atomic<Bool>(false)
    let path = exchange.path
    let registry = exchange.registry
    let stale = Atomic<Int>(0)
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { number in
      do {
        if number == 0 {
          defer { isDone.store(true, ordering: .sequentiallyConsistent) }
          for _ in 0..<300 {
            let revision = try registry.fill { try $0.raiseRevision(of: 2) }
            committed.store(revision, ordering: .sequentiallyConsistent)
          }
          return
        }
        let reader = try PermissionChecker(database: path).reader()
        while !isDone.load(ordering: .sequentiallyConsistent) {
          let least = committed.load(ordering: .sequentiallyConsistent)
          if try reader.check(check).revision < least {
            stale.add(1, ordering: .sequentiallyConsistent)
          }
        }
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock { $0 } == [])
    #expect(stale.load(ordering: .sequentiallyConsistent) == 0)
  }

  @Test func `a database put in place of another is not taken for it`() throws {
    let backup = exchange.directory.file("backup.db")
    try exchange.registry.database.backup(to: backup)
    let reader = try reader()
    try exchange.registry.fill { writer in
      try writer.withConnection { try $0.run("DELETE FROM holding WHERE menu = 'trade'") }
      _ = try writer.raiseRevision(of: 2)
    }
    // The backup comes to the same revision by another change.
    let other = try Registry(opening: backup)
    try other.fill { _ = try $0.raiseRevision(of: 2) }
    _ = try other.database.write { _ in }
    let database = exchange.registry.database
    try database.lock.hold {
      // The last look at the files is as near to their replacement as can be.
      for _ in 0..<3 {
        Thread.sleep(forTimeInterval: 0.005)
        #expect(try reader.check(check).reason == .menuNotGranted)
      }
      try database.context.announcer.announce(isReplacement: true) {
        for suffix in ["", "-wal", "-shm"] {
          #expect(rename(backup + suffix, exchange.path + suffix) == 0)
        }
      }
    }
    #expect(try reader.check(check).isAllowed)
  }

  @Test func `a commit of a program that does not know the word is seen after a tick`() throws {
    let reader = try reader()
    #expect(try reader.check(check).isAllowed)
    Thread.sleep(forTimeInterval: 0.02)
    #expect(try reader.check(check).isAllowed)
    let database = exchange.registry.database
    let foreign = try Connection.open(
      path: exchange.path, access: .readWrite, context: database.context)
    try foreign.run("DELETE FROM holding WHERE menu = 'trade'")
    try foreign.run("UPDATE tenant SET revision = revision + 1 WHERE id = 2")
    Thread.sleep(forTimeInterval: 0.02)
    #expect(try reader.check(check).reason == .menuNotGranted)
  }
}
