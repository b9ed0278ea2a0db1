import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// Backups: online, complete, verified, restored at once or not at all.
struct BackupTests {
  private let trail: AuditTrail
  private let copy: String
  private let staff = Identity.unchecked(TestExchange.staff)

  init() throws {
    trail = try AuditTrail()
    copy = trail.exchange.directory.file("copy.db")
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: trail.exchange.directory.path).sorted()
  }

  private func events(_ registry: Registry) throws -> [AuditEntry] {
    try registry.inquire(as: staff) { try $0.auditEntries() }
  }

  @Test func `a backup is complete, private, recorded, and leaves nothing else`() throws {
    let before = try files()
    try trail.registry.backup(as: staff, to: copy)
    #expect(try files() == (before + ["copy.db"]).sorted())
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try Registry.verifyBackup(copy) == [])
    #expect(try files() == (before + ["copy.db"]).sorted())
    #expect(try events(trail.registry).last?.event == "backup.create")
    let key = try Data(contentsOf: URL(filePath: trail.exchange.path + ".key"))
    let secret = try #require(key.split(separator: 0x20).last).dropLast()
    #expect(try Data(contentsOf: URL(filePath: copy)).range(of: secret) == nil)
  }

  /// Whoever verifies it knows nothing of who may have it open.
  @Test func `verifying leaves what is beside a file alone, and sees what is in its log`() throws {
    try trail.registry.backup(as: staff, to: copy)
    let other = try Registry(opening: copy)
    try other.fill { _ in }
    let before = try files()
    #expect(before.contains("copy.db-wal") && before.contains("copy.db-shm"))
    try other.database.write { _ = try $0.execute("INSERT INTO touched VALUES ('role', 77)") }
    #expect(try Registry.verifyBackup(copy).map(\.kind) == [.touched])
    #expect(try files() == before)
    #expect(other.database.file.logSize ?? 0 > 0)
  }

  @Test func `where there is no room for a copy it is not the backup that is blamed`() async throws
  {
    try trail.registry.backup(as: staff, to: copy)
    await #expect(processExitsWith: .success) { [copy = copy as String] in
      setenv("TMPDIR", "/nowhere", 1)
      let error = try #require(throws: DatabaseError.self) { try Registry.verifyBackup(copy) }
      guard case .storage = error.kind, error.message.contains("/nowhere") else { throw error }
    }
    #expect(try Registry.verifyBackup(copy) == [])
  }

  @Test func `a backup has a name of any bytes`() throws {
    let name = trail.exchange.directory.file("备份 100%?a#b&c=d.db")
    try trail.registry.backup(as: staff, to: name)
    #expect(try Registry.verifyBackup(name) == [])
  }

  @Test func `a backup never overwrites, and a dry run writes nothing`() throws {
    try trail.registry.backup(as: staff, to: copy, dryRun: true)
    #expect(!(try files()).contains("copy.db"))
    try trail.registry.backup(as: staff, to: copy)
    #expect(
      try refusedKind { try trail.registry.backup(as: staff, to: copy) } == .alreadyExists)
  }

  @Test(arguments: ["", "-wal", "-shm", "-journal", ".lock", ".rev", ".key"])
  func `a backup is never written over the store itself`(suffix: String) throws {
    let path = trail.exchange.path + suffix
    let before = try files()
    let error = #expect(throws: DatabaseError.self) {
      try trail.registry.backup(as: staff, to: path, replacing: true)
    }
    #expect(error?.kind == .alreadyExists)
    #expect(error?.message.hasSuffix("is a file of the store itself") == true)
    #expect(try files() == before)
    #expect(!(try events(trail.registry)).contains { $0.event == "backup.create" })
  }

  @Test func `who may not care for the store is denied, once in the trail`() throws {
    let master = Identity.unchecked(Username(unchecked: "master-01"))
    #expect(throws: IAMError.self) { try trail.registry.backup(as: master, to: copy) }
    #expect(throws: IAMError.notLoggedIn) { try trail.registry.backup(as: .nobody, to: copy) }
    let rows = try events(trail.registry).dropFirst(12)
    #expect(rows.map(\.event) == ["backup.create"])
    #expect(rows.first?.outcome == .denied && rows.first?.tenant == "M000001")
    #expect(!(try files()).contains { $0.hasPrefix("copy") })
  }

  @Test func `a damaged backup is told and not restored`() throws {
    try trail.tamper("UPDATE audit SET actor = 'x' WHERE seq = 3")
    try trail.registry.database.backup(to: copy)
    let problems = try Registry.verifyBackup(copy)
    #expect(problems.contains { $0.kind == .audit && $0.subject.en == "row 3 was changed" })
    #expect(problems.contains { $0.kind == .schema })
    let target = trail.exchange.directory.file("new.db")
    let restoration = try Registry.restore(
      copy, to: target, by: nil, services: trail.registry.services)
    #expect(restoration.problems == problems && restoration.previous == nil)
    #expect(!(try files()).contains("new.db"))
  }

  @Test func `a backup is restored where there is no store`() throws {
    try trail.registry.backup(as: staff, to: copy)
    let target = trail.exchange.directory.file("new.db")
    let restoration = try Registry.restore(
      copy, to: target, by: nil, services: trail.registry.services)
    #expect(restoration == Registry.Restoration(problems: [], previous: nil))
    #expect(try Registry.examine(target) == [])
    let registry = try Registry(opening: target, services: trail.registry.services)
    #expect(try events(registry).map(\.event).last == "backup.restore")
    #expect(try registry.inquire(as: staff) { try $0.verifyAudit() }.holds)
    #expect(!(try files()).contains { $0.contains("restoring") })
  }

  /// Makes a store whose registry is not kept open, with a backup of an earlier state.
  private func storeAtRest() throws -> String {
    let path = trail.exchange.directory.file("rest.db")
    try trail.registry.database.backup(to: path)
    let registry = try Registry(opening: path, services: trail.registry.services)
    try registry.backup(as: staff, to: copy)
    try registry.change(as: staff) { change in
      try change.perform(Intent("test.later", in: 1, on: "x", need: .ownSelf)) { Recorded() }
    }
    return path
  }

  @Test func `a store at rest is exchanged and kept beside`() throws {
    let path = try storeAtRest()
    let restoration = try Registry.restore(
      copy, to: path, by: "staff-01", services: trail.registry.services)
    let previous = try #require(restoration.previous)
    let now = try Registry(opening: path, services: trail.registry.services)
    let then = try Registry(opening: previous, services: trail.registry.services)
    #expect(try events(then).suffix(2).map(\.event) == ["backup.create", "test.later"])
    #expect(try events(now).last?.event == "backup.restore")
    #expect(!(try events(now)).contains { $0.event == "test.later" })
    #expect(try events(now).last?.after?.contains("staff-01") == true)
  }

  @Test func `a store in use is left as it is`() throws {
    let path = try storeAtRest()
    let user = try Registry(opening: path, services: trail.registry.services)
    _ = try events(user)
    let before = try files()
    #expect(
      try refusedKind {
        _ = try Registry.restore(copy, to: path, by: nil, services: trail.registry.services)
      } == .busy)
    #expect(try files() == (before + ["rest.db.lock"]).sorted() || (try files()) == before)
    #expect(try events(user).last?.event == "test.later")
  }

  @Test func `sessions that a backup remembers are ended`() throws {
    let raw = try Connection.open(
      path: trail.exchange.path, access: .readWrite, context: trail.registry.database.context)
    try raw.run(
      script: """
        INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
          last_seen_at) VALUES (1, zeroblob(32), 1, 0, 9, 9, 0)
        """)
    try trail.registry.backup(as: staff, to: copy)
    let target = trail.exchange.directory.file("new.db")
    _ = try Registry.restore(copy, to: target, by: nil, services: trail.registry.services)
    let registry = try Registry(opening: target, services: trail.registry.services)
    let reason = try registry.database.read { reading in
      try reading.first("SELECT end_reason FROM session WHERE ended_at IS NOT NULL") {
        try $0.text(0)
      }
    }
    #expect(reason == "restored")
    #expect(try events(registry).last?.before == #"{"sessions":1}"#)
  }
}
