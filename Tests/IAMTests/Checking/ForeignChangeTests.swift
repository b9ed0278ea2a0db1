import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// What readers say when other programs change the store past this one: commits that raise nothing,
/// files written over in their place, words that are none.
@Suite struct ForeignChangeTests {
  let exchange: TestExchange
  let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")

  init() throws {
    exchange = try TestExchange.withTrader()
  }

  private var database: Database { exchange.registry.database }

  private func checker(_ path: String? = nil) throws -> PermissionChecker {
    let clock = exchange.clock
    return try PermissionChecker(database: path ?? exchange.path, clock: { clock.now })
  }

  /// A reader that has answered, and has looked at the files since.
  private func settledReader() throws -> CheckReader {
    let reader = try checker().reader()
    for _ in 0..<3 {
      #expect(try reader.check(check).isAllowed)
      waitForTick()
    }
    return reader
  }

  private func waitForTick() { Thread.sleep(forTimeInterval: 0.02) }

  /// Does something to files in a process of its own, whose descriptors are not this one's.
  private func shell(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-ec", script]
    process.environment = ["store": exchange.path, "PATH": "/usr/bin:/bin"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func fillWordWithOnes() throws {
    try shell(
      "printf '%0.s\\377' $(seq 24) | dd of=\"$store.rev\" bs=1 seek=8 conv=notrunc status=none")
  }

  @Test func `a catalogue that holds what is no code allows nothing`() throws {
    let reader = try settledReader()
    try exchange.registry.database.write { transaction in
      try transaction.execute("INSERT INTO menu VALUES ('é', 'x', 'x', 0, 999)")
    }
    #expect(throws: DatabaseError.self) { try reader.check(check) }
    #expect(throws: DatabaseError.self) { try checker().reader().check(check) }
    #expect(throws: DatabaseError.self) { try checker().decide(check) }
    try exchange.registry.database.write { transaction in
      try transaction.execute("DELETE FROM menu WHERE code = 'é'")
    }
    #expect(try reader.check(check).isAllowed)
  }

  private func checkpoint() throws {
    let opening = DatabaseOpening(
      file: database.file, lock: database.lock, context: database.context)
    let connection = try opening.known(.readWrite)
    let isDone = try database.lock.hold { connection.checkpoint() }
    try #require(isDone)
  }

  /// A copy of the store in which the operator may do nothing more, at the revision of the store.
  private func poorerCopy(_ name: String = "poorer.db") throws -> String {
    let copy = exchange.directory.file(name)
    try database.backup(to: copy)
    let context = ConnectionContext(
      patience: .seconds(1), announcer: CommitAnnouncer(of: try DatabaseFile(copy)),
      counters: StatementCounters(), faults: nil,
      schemaVersion: Schema.migrations.last?.version ?? 0)
    let connection = try Connection.open(path: copy, access: .readWrite, context: context)
    try connection.run("DELETE FROM holding WHERE menu = 'trade'")
    try connection.run("DELETE FROM touched")
    let isDone = connection.checkpoint()
    try #require(isDone)
    return copy
  }

  @Test(arguments: [
    ("DELETE FROM holding WHERE menu = 'trade'", Reason.menuNotGranted),
    ("UPDATE operator SET state = 'suspended' WHERE username = 'trader-001'", .operatorSuspended),
  ])
  func `a commit that raises no revision is seen after a tick`(
    _ sql: String, _ reason: Reason
  ) throws {
    let reader = try settledReader()
    let foreign = try Connection.open(
      path: exchange.path, access: .readWrite, context: database.context)
    try foreign.run(script: sql)
    waitForTick()
    for _ in 0..<3 { #expect(try reader.check(check).reason == reason) }
    #expect(try checker().reader().check(check).reason == reason)
    // The next change by this program tells of that one too.
    try exchange.registry.fill { _ = try $0.raiseRevision(of: 2) }
    #expect(try database.read { try $0.freshness(of: 2).isComplete })
    #expect(try reader.check(check).reason == reason)
  }

  @Test func `another store that was copied over the file is answered from after a tick`() throws {
    try checkpoint()
    let copy = try poorerCopy()
    let reader = try settledReader()
    let person = try #require(try reader.operator("trader-001"))
    try shell("cp '\(copy)' \"$store\"")
    waitForTick()
    #expect(try reader.check(check).reason == .menuNotGranted)
    #expect(!reader.isCurrent(person))
    #expect(try reader.check(person, reader.menu("trade.listing.view")).reason != nil)
  }

  @Test(arguments: [
    "head -c 8192 /dev/urandom | dd of=\"$store\" conv=notrunc status=none", ": > \"$store\"",
  ])
  func `a file that was written over is answered from no more, until it is back`(
    _ script: String
  ) throws {
    try checkpoint()
    let copy = exchange.directory.file("good.db")
    try shell("cp \"$store\" '\(copy)'")
    let reader = try settledReader()
    try shell(script)
    waitForTick()
    #expect(throws: DatabaseError.self) { try reader.check(check) }
    #expect(reader.answer(check).reason == .storeUnavailable)
    try shell("cp '\(copy)' \"$store\"")
    #expect(try reader.check(check).isAllowed)
  }

  @Test func `a checkpoint is no replacement`() throws {
    let reader = try settledReader()
    let person = try #require(try reader.operator("trader-001"))
    for _ in 0..<3 {
      try exchange.registry.fill { _ = try $0.raiseRevision(of: 2) }
      try checkpoint()
      waitForTick()
      #expect(try reader.check(check).isAllowed)
      #expect(reader.isCurrent(person))
    }
  }

  @Test func `a writer killed in a checkpoint leaves readers right`() async throws {
    let reader = try settledReader()
    let path = exchange.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let database = try Database(path: path, mode: .readWrite, migrations: Schema.migrations)
      try database.lock.hold {
        try database.context.announcer.announceCheckpoint { _ = kill(getpid(), SIGKILL) }
      }
    }
    let word = try #require(try RevisionWord.reading(database.file))
    #expect(word.checkpoints % 2 == 1)
    waitForTick()
    #expect(try reader.check(check).isAllowed)
    try checkpoint()
    #expect(word.checkpoints % 2 == 0)
    waitForTick()
    #expect(try reader.check(check).isAllowed)
  }

  @Test func `a word of nothing but ones neither ends a writer nor makes a reader wrong`() throws {
    let reader = try settledReader()
    try fillWordWithOnes()
    try exchange.registry.fill { writer in
      try writer.withConnection { try $0.run("DELETE FROM holding WHERE menu = 'trade'") }
      _ = try writer.raiseRevision(of: 2)
    }
    #expect(try reader.check(check).reason == .menuNotGranted)
    try checkpoint()
    try fillWordWithOnes()
    let foreign = try Connection.open(
      path: exchange.path, access: .readWrite, context: database.context)
    try foreign.run("UPDATE operator SET state = 'suspended' WHERE username = 'trader-001'")
    try foreign.run("UPDATE tenant SET revision = revision + 1 WHERE id = 2")
    // While the word is odd, every question looks.
    #expect(try reader.check(check).reason == .operatorSuspended)
  }

  @Test func `a file that gets the number of another is not taken for it`() throws {
    try checkpoint()
    let checker = try checker()
    var copies: [String] = []
    for number in 0..<4 {
      let copy = try poorerCopy("poorer-\(number).db")
      copies.append(copy)
    }
    #expect(try checker.reader().check(check).isAllowed)
    // What the first file was is free for others now, as far as the readers are concerned.
    for copy in copies {
      try shell("rm -f \"$store-wal\" \"$store-shm\"; mv '\(copy)' \"$store\"")
      #expect(try checker.reader().check(check).reason == .menuNotGranted)
    }
  }

  @Test func `a session of the store of before does not answer from the new one`() throws {
    let token = try exchange.session(of: "master-01")
    let reader = try checker().reader()
    #expect(try reader.check(session: token, menu: "trade.contracts").reason == .accountRequired)
    try exchange.registry.database.write { writing in
      _ = try writing.execute("UPDATE session SET ended_at = 1, end_reason = 'logout'")
    }
    let copy = try poorerCopy()
    try exchange.registry.database.write { writing in
      _ = try writing.execute("UPDATE session SET ended_at = NULL, end_reason = NULL")
    }
    #expect(try reader.check(session: token, menu: "trade.contracts").reason == .accountRequired)
    try shell("rm -f \"$store-wal\" \"$store-shm\"; mv '\(copy)' \"$store\"")
    waitForTick()
    #expect(throws: IAMError.notLoggedIn) {
      try reader.check(session: token, menu: "trade.contracts")
    }
  }

  @Test func `a store that everybody may change by now is answered from no more`() throws {
    let reader = try settledReader()
    try shell("chmod 666 \"$store\"")
    waitForTick()
    let error = #expect(throws: DatabaseError.self) { try reader.check(check) }
    #expect(error?.kind == .worldWritable)
    try shell("chmod 600 \"$store\"")
    #expect(try reader.check(check).isAllowed)
  }
}
