import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// A disk without room: nothing is half done, checks are right or denied, and all goes on with room.
@Suite struct FullDiskTests {
  let exchange: TestExchange
  let backup: String
  let folder: String

  init() throws {
    exchange = try TestExchange.withTrader()
    backup = exchange.directory.file("backup.db")
    try exchange.registry.database.backup(to: backup)
    folder = exchange.directory.file("small")
  }

  /// A change that finds no room for its commit.
  private static func playCommit(_ store: TroubledStore) throws {
    let registry = try Registry(opening: store.path)
    try registry.fill { _ = try $0.raiseRevision(of: 2) }
    let reader = try store.reader()
    let before = try reader.check(store.check)
    try #require(before.isAllowed)
    try store.fill()
    try store.requireNoRoomToTake(registry)
    let word = try #require(try RevisionWord.reading(registry.database.file)).value
    try #require(word % 2 == 0)
    for reader in [reader, try store.reader()] {
      try #require(try reader.check(store.check) == before)
    }
    try #require(try registry.database.integrityCheck().isEmpty)
    try store.clear()
    try #require(try reader.check(store.check) == before)
    try store.take(registry)
    let after = try reader.check(store.check)
    try #require(after.reason == .menuNotGranted && after.revision == before.revision + 1)
  }

  /// A reader that must make the index of the log and finds no room for it.
  private static func playReader(_ store: TroubledStore) throws {
    let reader = try store.reader()
    try #require(try reader.check(store.check).isAllowed)
    let away = store.folder + "/away.db"
    try FileManager.default.moveItem(atPath: store.path, toPath: away)
    for suffix in ["-wal", "-shm"] {
      try FileManager.default.removeItem(atPath: store.path + suffix)
    }
    Thread.sleep(forTimeInterval: 0.02)
    try #require(reader.answer(store.check).reason == .storeUnavailable)
    try store.fill()
    try FileManager.default.moveItem(atPath: away, toPath: store.path)
    for _ in 0..<2 { try store.requireDenial(reader) }
    try store.requireFailure { _ = try store.reader() }
    try store.clear()
    try #require(try reader.check(store.check).isAllowed)
  }

  /// A change that finds no room for the word which tells readers of it.
  private static func playWord(_ store: TroubledStore) throws {
    let registry = try Registry(opening: store.path)
    let reader = try store.reader()
    let before = try reader.check(store.check)
    try #require(before.isAllowed)
    try #require(!FileManager.default.fileExists(atPath: store.path + ".rev"))
    try store.fill()
    try store.requireNoRoomToTake(registry)
    Thread.sleep(forTimeInterval: 0.02)
    try #require(try reader.check(store.check) == before)
    try store.clear()
    try store.take(registry)
    try #require(try reader.check(store.check).reason == .menuNotGranted)
  }

  @Test func `a commit beyond a file's limit leaves the state of before`() async {
    await #expect(processExitsWith: .success) {
      [backup = backup as String, folder = folder as String] in
      try FullDiskTests.playCommit(try TroubledStore(backup, in: folder, .limit))
    }
  }

  @Test func `a reader beyond a file's limit denies until it may grow`() async {
    await #expect(processExitsWith: .success) {
      [backup = backup as String, folder = folder as String] in
      try FullDiskTests.playReader(try TroubledStore(backup, in: folder, .limit))
    }
  }

  @Test(.enabled(if: TroubledStore.canMount, "takes the right to mount a file system"))
  func `a commit on a full disk leaves the state of before`() async {
    await #expect(processExitsWith: .success) {
      [backup = backup as String, folder = folder as String] in
      try FullDiskTests.playCommit(try TroubledStore(backup, in: folder, .disk))
    }
  }

  @Test(.enabled(if: TroubledStore.canMount, "takes the right to mount a file system"))
  func `a reader on a full disk denies until there is room`() async {
    await #expect(processExitsWith: .success) {
      [backup = backup as String, folder = folder as String] in
      try FullDiskTests.playReader(try TroubledStore(backup, in: folder, .disk))
    }
  }

  @Test(.enabled(if: TroubledStore.canMount, "takes the right to mount a file system"))
  func `a full disk without room for the word is an error and no crash`() async {
    await #expect(processExitsWith: .success) {
      [backup = backup as String, folder = folder as String] in
      try FullDiskTests.playWord(try TroubledStore(backup, in: folder, .disk))
    }
  }
}
