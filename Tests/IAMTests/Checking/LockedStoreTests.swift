import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// A store that another process keeps for itself, or whose pages are damaged: denied in time, right
/// again as soon as it can be read.
@Suite struct LockedStoreTests {
  let exchange: TestExchange
  let path: String
  let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")

  init() throws {
    exchange = try TestExchange.withTrader()
    // A copy that no other connection of this process keeps open.
    path = exchange.directory.file("copy.db")
    try exchange.registry.database.backup(to: path)
  }

  /// The files are looked at once a tick of the coarse clock.
  private static func waitForATick() { Thread.sleep(forTimeInterval: 0.02) }

  private static func move(_ from: String, to target: String) throws {
    for suffix in ["", "-wal", "-shm"] {
      try FileManager.default.moveItem(atPath: from + suffix, toPath: target + suffix)
    }
  }

  private static func wait(for file: String) throws {
    let deadline = ContinuousClock.now + .seconds(250)
    while access(file, F_OK) != 0 {
      try #require(ContinuousClock.now < deadline, "`\(file)` does not come")
      usleep(1000)
    }
  }

  private static func signal(_ file: String) throws { try Data().write(to: URL(filePath: file)) }

  /// Takes what the check asks about, and lets nobody else read meanwhile.
  private static func takeAlone(_ path: String) throws {
    let context = ConnectionContext(
      patience: .seconds(10), announcer: CommitAnnouncer(of: try DatabaseFile(path)),
      counters: StatementCounters(), faults: nil, schemaVersion: Int64(Schema.migrations.count))
    try wait(for: path + ".ready")
    let connection = try Connection.open(path: path, access: .readWrite, context: context)
    try connection.run(script: "PRAGMA locking_mode = EXCLUSIVE")
    try connection.run("BEGIN IMMEDIATE")
    try connection.run("DELETE FROM holding WHERE menu = 'trade'")
    try connection.run("UPDATE tenant SET revision = revision + 1 WHERE id = 2")
    try signal(path + ".held")
    try wait(for: path + ".release")
    try connection.run("COMMIT")
  }

  private static func requireBusy(_ work: () throws -> Void) throws {
    let start = ContinuousClock.now
    let error = try #require(throws: DatabaseError.self) { try work() }
    #expect(error.kind == .busy)
    // More than the patience of a reader, less than that of a writer.
    #expect(ContinuousClock.now - start < .seconds(9))
  }

  /// Asks before the store is kept by another process, meanwhile, and afterwards.
  private static func ask(_ path: String) throws {
    let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")
    let reader = try PermissionChecker(database: path).reader()
    #expect(try reader.check(check).isAllowed)
    // Nobody else can keep a store for itself that is open here.
    try move(path, to: path + ".away")
    waitForATick()
    #expect(reader.answer(check).reason == .storeUnavailable)
    try move(path + ".away", to: path)
    try signal(path + ".ready")
    try wait(for: path + ".held")
    for _ in 0..<2 { try requireBusy { _ = try reader.check(check) } }
    #expect(reader.answer(check).reason == .storeUnavailable)
    try requireBusy { _ = try PermissionChecker(database: path) }
    try signal(path + ".release")
    try wait(for: path + ".done")
    #expect(try reader.check(check).reason == .menuNotGranted)
  }

  /// A thread of its own keeps the store, for tasks may wait for each other.
  @Test func `a store that another process keeps for itself denies until it lets go`() async {
    let path = path
    Thread.detachNewThread {
      do {
        try LockedStoreTests.takeAlone(path)
        try LockedStoreTests.signal(path + ".done")
      } catch {
        Issue.record(error, "the store could not be kept")
      }
    }
    await #expect(processExitsWith: .success) { [path = path as String] in
      try LockedStoreTests.ask(path)
    }
  }

  /// Overwrites every page behind the first.
  ///
  /// - Returns: the file as it was.
  private func damage() throws -> Data {
    let whole = try Data(contentsOf: URL(filePath: path))
    try put(Data(repeating: 0xA5, count: whole.count - 4096), at: 4096)
    return whole
  }

  private func put(_ data: Data, at offset: UInt64) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: data)
    try file.close()
  }

  @Test func `damaged pages deny until the file is whole again`() throws {
    let checker = try PermissionChecker(database: path)
    let reader = checker.reader()
    #expect(try reader.check(check).isAllowed)
    let fresh = checker.reader()
    // What was committed since must be read, and cannot be.
    let registry = try Registry(opening: path)
    try registry.fill { writer in
      try writer.withConnection { try $0.run("DELETE FROM holding WHERE menu = 'trade'") }
      _ = try writer.raiseRevision(of: 2)
    }
    #expect(try registry.database.emptyLog())
    let whole = try damage()
    for _ in 0..<2 {
      for reader in [reader, fresh] {
        let error = try #require(throws: DatabaseError.self) { try reader.check(check) }
        #expect(error.kind == .integrity)
        #expect(reader.answer(check).reason == .storeUnavailable)
      }
    }
    try put(whole, at: 0)
    for reader in [reader, fresh] { #expect(try reader.check(check).reason == .menuNotGranted) }
  }
}

extension Database {
  /// Moves the whole log into the file.
  fileprivate func emptyLog() throws -> Bool {
    let opening = DatabaseOpening(file: file, lock: lock, context: context)
    return try lock.hold { try opening.known(.readWrite).checkpoint() }
  }
}
