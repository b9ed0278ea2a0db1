import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// A store that cannot be asked is a denial that says so, and is asked again as soon as it can be.
@Suite struct FailingSafeTests {
  let exchange: TestExchange
  let reader: CheckReader
  let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")

  init() throws {
    let exchange = try TestExchange()
    self.exchange = exchange
    let member = try exchange.addMember(Username(unchecked: "master-01"))
    try exchange.addOperator(
      Username(unchecked: "trader-001"), in: member, Gift(menus: ["trade"], products: ["PNG"]))
    let clock = exchange.clock
    reader = try PermissionChecker(database: exchange.path, clock: { clock.now }).reader()
    #expect(try reader.check(check).isAllowed)
  }

  /// The files are looked at once a tick of the coarse clock.
  private func waitForATick() { Thread.sleep(forTimeInterval: 0.02) }

  private func expectDenial(_ kind: DatabaseError.Kind) {
    let error = #expect(throws: DatabaseError.self) { try reader.check(check) }
    #expect(error?.kind == kind)
    let answer = reader.answer(check)
    #expect(!answer.isAllowed && answer.reason == .storeUnavailable)
  }

  @Test func `another kind of file in the place of the store denies until it is back`() throws {
    let away = exchange.directory.file("away.db")
    try FileManager.default.moveItem(atPath: exchange.path, toPath: away)
    let garbage = Data(repeating: 0x5A, count: 8192)
    try garbage.write(to: URL(filePath: exchange.path))
    chmod(exchange.path, 0o600)
    waitForATick()
    expectDenial(.notADatabase)
    try FileManager.default.removeItem(atPath: exchange.path)
    expectDenial(.missing)
    try FileManager.default.moveItem(atPath: away, toPath: exchange.path)
    #expect(try reader.check(check).isAllowed)
  }

  @Test func `a store of a newer program denies until it is one of this program again`() throws {
    let database = exchange.registry.database
    let foreign = try Connection.open(
      path: exchange.path, access: .readWrite, context: database.context)
    let version = try foreign.integer("PRAGMA user_version")
    try foreign.run(script: "PRAGMA user_version = 99999")
    waitForATick()
    expectDenial(.schemaTooNew(found: 99_999, known: version))
    try foreign.run(script: "PRAGMA user_version = \(version)")
    waitForATick()
    #expect(try reader.check(check).isAllowed)
  }

  @Test func `a store that every user may change is not believed`() throws {
    chmod(exchange.path, 0o666)
    let error = #expect(throws: DatabaseError.self) {
      try PermissionChecker(database: exchange.path)
    }
    #expect(error?.kind == .worldWritable)
    chmod(exchange.path, 0o600)
    let other = try PermissionChecker(database: exchange.path).reader()
    #expect(try other.check(check).isAllowed)
  }

  @Test func `a writer in the middle of a change keeps no reader waiting`() throws {
    try exchange.registry.fill { writer in
      try writer.withConnection { try $0.run("DELETE FROM holding WHERE menu = 'trade'") }
      _ = try writer.raiseRevision(of: 2)
      #expect(try reader.check(check).isAllowed)
    }
    #expect(try reader.check(check).reason == .menuNotGranted)
  }
}
