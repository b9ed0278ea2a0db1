import Foundation
import Policy
import Synchronization
import TestSupport
import Testing

@testable import IAM

/// What readers and handles of before say when another store, or other operators, are in the place
/// of those that they know.
@Suite struct ReplacedStoreTests {
  let exchange: TestExchange
  let member: TenantCode

  init() throws {
    exchange = try TestExchange()
    member = try exchange.addMember(Username(unchecked: "master-01"))
  }

  private func reader() throws -> CheckReader {
    let clock = exchange.clock
    return try PermissionChecker(database: exchange.path, clock: { clock.now }).reader()
  }

  private func run(_ sql: String, in registry: Registry) throws {
    try registry.fill { writer in
      try writer.withConnection { try $0.run(script: sql) }
      _ = try writer.raiseRevision(of: 2)
    }
  }

  /// Puts a database in the place of the exchange's, as a restoration does.
  private func replace(by path: String) throws {
    let database = exchange.registry.database
    try database.lock.hold {
      try database.context.announcer.announce(isReplacement: true) {
        for suffix in ["-wal", "-shm"] { unlink(exchange.path + suffix) }
        for suffix in ["-wal", "-shm"] { _ = rename(path + suffix, exchange.path + suffix) }
        #expect(rename(path, exchange.path) == 0)
      }
    }
  }

  @Test func `an action that was looked up in another store is the one that it named`() throws {
    let backup = exchange.directory.file("backup.db")
    try exchange.registry.database.backup(to: backup)
    // Both catalogues are of the same version, and number their actions differently.
    try run("INSERT INTO menu VALUES ('aaa', 'x', 'x', 0, 999)", in: exchange.registry)
    let other = try Registry(opening: backup)
    try run("INSERT INTO menu VALUES ('zzz', 'x', 'x', 0, 999)", in: other)
    let reader = try reader()
    let codes = try exchange.registry.database.read { try $0.catalogue().leaves.map(\.text) }
    let menus = try codes.map { try reader.menu($0) }
    let before = try #require(try reader.operator("master-01"))
    _ = try reader.check(before, menus[0])
    try replace(by: backup)
    _ = try reader.check("master-01", "trade.contracts")
    #expect(!reader.isCurrent(before))
    let person = try #require(try reader.operator("master-01"))
    for (code, menu) in zip(codes, menus) {
      let verdict = try reader.check("master-01", code)
      #expect(try reader.check(person, menu) == verdict, "\(code)")
      #expect(try reader.check(person, menu, product: nil, account: nil) == verdict, "\(code)")
    }
  }

  @Test func `an operator is not taken for one who has its number now`() throws {
    let root = try exchange.registry.database.read { reading in
      try reading.first("SELECT home_group_id FROM operator WHERE username = 'master-01'") {
        try $0.int(0)
      }
    }
    let home = try #require(root)
    // One after the other, and only the last may do anything.
    try exchange.registry.fill { writer in
      for name in ["trader-001", "trader-002", "trader-003"] {
        _ = try writer.addOperator(name, of: 2, home: home)
      }
      try writer.withConnection {
        try $0.run(
          """
          INSERT INTO holding (id, operator_id, menu)
          SELECT 9001, id, 'trade' FROM operator WHERE username = 'trader-003'
          """)
      }
    }
    let check = Check(operator: "trader-002", menu: "trade.listing.view", product: "PNG")
    let reader = try reader()
    #expect(try reader.check(check).reason == .menuNotGranted)
    // No command deletes an operator; another program may.
    try run("DELETE FROM operator WHERE username = 'trader-001'", in: exchange.registry)
    #expect(try reader.check(check).reason == .menuNotGranted)
    #expect(try reader.check(check).reason == .menuNotGranted)
    try run("DELETE FROM operator WHERE username = 'trader-002'", in: exchange.registry)
    #expect(try reader.check(check).reason == .operatorUnknown)
    #expect(try reader.check("trader-002", "trade.contracts").reason == .operatorUnknown)
  }

  @Test func `a tenant that another reader looked up is refused`() async throws {
    let path = exchange.path
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let checker = try PermissionChecker(database: path)
      let reader = checker.reader()
      let person = try #require(try reader.operator("master-01"))
      let menu = try reader.menu("funds.own.view")
      _ = try reader.check(person, menu)
      // It has the number there that the operator's own tenant has here.
      let foreign = try #require(try checker.reader().tenant("EX"))
      _ = try reader.check(person, menu, in: foreign)
    }
  }

  /// Whoever opens the store while it is exchanged has the one or the other, and knows which.
  @Test func `a store that was opened while it was replaced is not taken for the new one`() throws {
    // Each has an operator that no other has.
    let names = (100..<120).map { "trader-\($0)" }
    for name in names {
      let file = exchange.directory.file(name)
      try exchange.registry.database.backup(to: file)
      try Registry(opening: file).fill { _ = try $0.addOperator(name, of: 2, home: 2) }
    }
    let path = exchange.path
    for name in names {
      let isReplaced = Atomic<Bool>(false)
      let checkers = Mutex<[PermissionChecker]>([])
      let errors = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { number in
        while number == 0, !isReplaced.load(ordering: .sequentiallyConsistent) {
          // The store may be refused in the midst of it, but what was opened is right.
          let opened = Result { try PermissionChecker(database: path) }.value
          if let opened { checkers.withLock { $0.append(opened) } }
        }
        guard number == 1 else { return }
        do {
          try replace(by: exchange.directory.file(name))
        } catch {
          errors.withLock { $0.append("\(error)") }
        }
        isReplaced.store(true, ordering: .sequentiallyConsistent)
      }
      #expect(errors.withLock { $0 } == [])
      for checker in checkers.withLock({ $0 }) {
        let check = Check(operator: name, menu: "trade.contracts")
        #expect(checker.reader().answer(check).reason != .operatorUnknown, "\(name)")
      }
    }
  }
}

extension Result {
  /// What came of it; `nil` for a failure.
  fileprivate var value: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}
