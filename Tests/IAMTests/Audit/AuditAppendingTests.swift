import Policy
import TestSupport
import Testing

@testable import IAM

/// No change without its row, no row without its change; rows only at the end.
struct AuditAppendingTests {
  private let trail: AuditTrail
  private let master = Username(unchecked: "master-01")

  init() throws { trail = try AuditTrail() }

  private func audit() throws -> [AuditEntry] {
    try trail.registry.inquire(as: .unchecked(TestExchange.staff)) { try $0.auditEntries() }
  }

  @Test(arguments: [
    "UPDATE audit SET reason = 'x' WHERE seq = 3", "DELETE FROM audit WHERE seq = 3",
    "DELETE FROM audit", "UPDATE OR REPLACE audit SET seq = 2 WHERE seq = 3",
    "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 3",
    "REPLACE INTO audit SELECT * FROM audit WHERE seq = 3",
    "INSERT OR IGNORE INTO audit SELECT * FROM audit WHERE seq = 3",
    "INSERT INTO audit SELECT * FROM audit WHERE seq = 3 ON CONFLICT DO UPDATE SET reason = 'x'",
    "INSERT INTO audit SELECT 99, at, tenant, actor, on_behalf_of, event, object, outcome, reason,"
      + " before, after, session, revision, leaf FROM audit WHERE seq = 3",
    "INSERT INTO audit SELECT NULL, at, tenant, actor, on_behalf_of, event, object, outcome,"
      + " reason, before, after, session, revision, leaf FROM audit WHERE seq = 3",
  ])
  func `the table itself refuses all but a row at the end`(script: String) throws {
    for recursive in ["ON", "OFF"] {
      let raw = try Connection.open(
        path: trail.exchange.path, access: .readWrite, context: trail.registry.database.context)
      try raw.run(script: "PRAGMA recursive_triggers = \(recursive)")
      #expect(throws: DatabaseError.self) { try raw.run(script: script) }
    }
    #expect(try trail.verify().holds)
    #expect(try audit().count == 12)
  }

  @Test func `the frontier kept while appending is that of all rows at every size`() throws {
    let trail = try AuditTrail(size: 2)
    for _ in 0..<35 {
      try trail.add(1)
      let frontier = try trail.registry.database.read { try $0.auditFrontier() }
      let root = try trail.registry.database.read { try $0.auditRoot(of: 0..<Int64(frontier.size)) }
      #expect(frontier.root == root)
    }
    #expect(try trail.verify().holds)
  }

  @Test func `appending costs the same however long the trail is`() throws {
    func steps(adding count: Int) throws -> Int {
      let counters = trail.registry.database.counters
      let start = counters.virtualMachineSteps
      try trail.add(count)
      return counters.virtualMachineSteps - start
    }
    _ = try steps(adding: 128)
    let early = try steps(adding: 256)
    try trail.add(1024)
    let late = try steps(adding: 256)
    #expect(late < early + early / 20)
  }

  @Test func `whichever statement fails, there is neither change nor row`() throws {
    let faults = FaultPlan(code: 13)
    let database = try Database(
      path: trail.exchange.path, mode: .readWrite, migrations: Schema.migrations, faults: faults)
    let registry = Registry(database: database, services: trail.registry.services)
    let before = try audit()
    for position in 1... {
      faults.arm(position: position)
      do {
        try registry.change(as: .unchecked(master)) { change in
          try change.perform(Intent("test.row", in: 2, on: "x", need: .ownSelf)) {
            try change.execute("UPDATE operator SET name = 'changed' WHERE username = 'master-01'")
            return Recorded()
          }
        }
        break
      } catch let error as DatabaseError {
        #expect(error.kind != .integrity)
      }
      #expect(try audit() == before)
      let name = try trail.registry.database.read { reading in
        try reading.first("SELECT name FROM operator WHERE username = 'master-01'") {
          try $0.text(0)
        }
      }
      #expect(name == "管理员")
    }
    #expect(try audit().count == before.count + 1)
    #expect(try trail.verify().holds)
  }

  @Test func `a trail that does not fit its tree takes no row, so nothing is changed`() throws {
    try trail.tamper("DELETE FROM audit_frontier")
    #expect(throws: DatabaseError.self) { try trail.add(1) }
    #expect(try audit().count == 12)
  }

  @Test func `a denied change leaves one row and nothing else`() throws {
    #expect(throws: IAMError.self) {
      try trail.registry.change(as: .unchecked(master)) { change in
        let need = Need.menu("exchange.care", over: .tenant)
        try change.perform(Intent("test.first", in: 2, on: "a", need: .ownSelf)) { Recorded() }
        try change.perform(Intent("test.second", in: 2, on: "b", need: need, reason: "why")) {
          Recorded()
        }
      }
    }
    let rows = try audit().dropFirst(12)
    #expect(rows.map(\.event) == ["test.second"])
    #expect(rows.first?.outcome == .denied)
    #expect(rows.first?.reason == "outside-entitlement")
    #expect(rows.first?.tenant == "M000001")
    #expect(try trail.verify().holds)
  }

  @Test func `a dry run leaves no row unless it is denied`() throws {
    for need in [Need.ownSelf, .menu("exchange.care", over: .tenant)] {
      do {
        try trail.registry.change(as: .unchecked(master), dryRun: true) { change in
          try change.perform(Intent("test.row", in: 2, on: "a", need: need)) { Recorded() }
        }
      } catch let error as IAMError {
        #expect(error.isDenial)
      }
    }
    #expect(try audit().dropFirst(12).map(\.outcome) == [.denied])
  }

  @Test func `a knock at a strange tenant stands in the caller's own trail alone`() throws {
    let other = Username(unchecked: "master-02")
    try trail.exchange.addMember(other)
    #expect(throws: IAMError.notFound(.tenant, "M000001")) {
      try trail.registry.change(as: .unchecked(other)) { change in
        let need = Need.menu("operators.create", over: .tenant)
        try change.perform(Intent("operator.create", in: 2, on: "x", need: need)) { Recorded() }
      }
    }
    let last = try #require(try audit().last)
    #expect(last.tenant == "M000002" && last.actor == "master-02" && last.outcome == .denied)
    #expect(last.reason == "tenant-not-found" && last.onBehalfOf == nil)
  }

  @Test func `what staff do for a member names the member, also when it is denied`() throws {
    #expect(throws: IAMError.self) {
      try trail.registry.change(as: .unchecked(TestExchange.staff)) { change in
        let need = Need.menu("operators.create", over: .tenant)
        try change.perform(Intent("operator.create", in: 2, on: "x", need: need)) { Recorded() }
      }
    }
    let last = try #require(try audit().last)
    #expect(last.tenant == "M000001" && last.onBehalfOf == "M000001")
    #expect(last.actor == "staff-01" && last.outcome == .denied)
  }

  @Test func `no password and no hash of one is in the trail`() throws {
    let rows = try audit().map { String(decoding: $0.canonicalBytes, as: UTF8.self) }
    #expect(!rows.contains { $0.contains(TestExchange.password) || $0.contains("$argon2") })
  }
}
