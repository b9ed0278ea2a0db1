import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// Which file a checker answers from, by the path that it was given.
@Suite struct StorePathTests {
  let exchange: TestExchange
  let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")

  init() throws {
    exchange = try TestExchange.withTrader()
  }

  /// A folder with a copy of the store, as `iam.db`.
  private func folder(_ name: String, takes: Bool) throws -> String {
    let folder = exchange.directory.file(name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try exchange.registry.database.backup(to: folder + "/iam.db")
    let registry = try Registry(opening: folder + "/iam.db")
    try registry.fill { writer in
      if takes { try writer.withConnection { try $0.run("DELETE FROM holding") } }
      _ = try writer.raiseRevision(of: 2)
    }
    return folder
  }

  @Test func `a path from the present directory stays where it was`() async throws {
    let rich = try folder("rich", takes: false)
    let poor = try folder("poor", takes: true)
    await #expect(processExitsWith: .success) { [rich = rich as String, poor = poor as String] in
      let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")
      try #require(chdir(rich) == 0)
      let checker = try PermissionChecker(database: "iam.db")
      let early = checker.reader()
      try #require(chdir(poor) == 0)
      try #require(try early.check(check).isAllowed)
      try #require(try checker.reader().check(check).isAllowed)
      try #require(try checker.decide(check).isAllowed)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe in place of the word is refused, and nobody waits for it`() throws {
    let path = try folder("piped", takes: false) + "/iam.db"
    let reader = try PermissionChecker(database: path).reader()
    #expect(try reader.check(check).isAllowed)
    try FileManager.default.removeItem(atPath: path + ".rev")
    try #require(mkfifo(path + ".rev", 0o600) == 0)
    let file = try DatabaseFile(path)
    #expect(try RevisionWord.reading(file) == nil)
    #expect(throws: DatabaseError.self) { try PermissionChecker(database: path) }
    Thread.sleep(forTimeInterval: 0.02)
    #expect(throws: DatabaseError.self) { try reader.check(check) }
  }

  @Test func `a link in the path that leads elsewhere now is followed`() throws {
    let rich = try folder("rich", takes: false)
    let poor = try folder("poor", takes: true)
    let link = exchange.directory.file("current")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: rich)
    let reader = try PermissionChecker(database: link + "/iam.db").reader()
    #expect(try reader.check(check).isAllowed)
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: poor)
    Thread.sleep(forTimeInterval: 0.02)
    #expect(try reader.check(check).reason == .menuNotGranted)
  }

  @Test func `an empty file is refused, and the log beside it left alone`() throws {
    let path = exchange.directory.file("empty.db")
    try Data().write(to: URL(filePath: path))
    try Data("what was not checkpointed".utf8).write(to: URL(filePath: path + "-wal"))
    for mode in [Database.Mode.readOnly, .readWrite, .archive] {
      let error = #expect(throws: DatabaseError.self) {
        try Database(path: path, mode: mode, migrations: Schema.migrations)
      }
      #expect(error?.kind == .incomplete)
    }
    let log = try Data(contentsOf: URL(filePath: path + "-wal"))
    #expect(log == Data("what was not checkpointed".utf8))
  }
}
