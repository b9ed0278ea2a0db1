import Foundation
import TestSupport
import Testing

@testable import IAM

/// Copies, checks and counts.
struct CareTests {
  private let directory: TemporaryDirectory
  private let path: String
  private let copy: String
  private let database: Database

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("iam.db")
    copy = directory.file("copy.db")
    database = try Notebook.create(path)
  }

  @Test func `a backup is a complete database of what was committed`() throws {
    try database.add("two")
    try database.write { transaction in
      try transaction.execute("DELETE FROM note")
      try database.backup(to: copy)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let reader = try Notebook.open(copy, .readOnly)
    #expect(try reader.titles() == ["one", "two"])
    #expect(try reader.integrityCheck().isEmpty)
    try Notebook.open(copy).add("three")
    #expect(try reader.titles() == ["one", "three", "two"])
  }

  @Test func `a backup never overwrites`() throws {
    try "keep".write(toFile: copy, atomically: false, encoding: .utf8)
    #expect(try refusedKind { try database.backup(to: copy) } == .alreadyExists)
    #expect(try refusedKind { try database.backup(to: path) } == .alreadyExists)
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "keep")
  }

  @Test func `a failed backup leaves no file`() throws {
    let faults = FaultPlan(code: 10)
    let faulty = try Notebook.open(path, faults: faults)
    for position in 1... {
      faults.arm(position: position)
      if try refusedKind({ try faulty.backup(to: copy) }) == nil { break }
      let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
      #expect(!names.contains { $0.hasPrefix("copy") })
    }
    #expect(try Notebook.open(copy, .readOnly).titles() == ["one"])
  }

  @Test func `the check finds a reference to nothing and a broken rule`() throws {
    #expect(try database.integrityCheck().isEmpty)
    let raw = try Connection.open(path: path, access: .readWrite, context: database.context)
    try raw.run(script: "PRAGMA foreign_keys = OFF; UPDATE note SET parent = 99")
    #expect(
      try database.integrityCheck() == [.foreignKey(table: "note", row: 1, parent: "note")])
    try raw.run(script: "PRAGMA ignore_check_constraints = ON; UPDATE note SET title = ''")
    for mode in [Database.Mode.readOnly, .readWrite] {
      #expect(
        try Notebook.open(path, mode).integrityCheck().contains(
          .structure("CHECK constraint failed in note")))
    }
  }

  @Test func `a commit elsewhere raises the data version, a rollback does not`() throws {
    let before = try database.dataVersion()
    try database.write(rollingBack: true) { try $0.execute("DELETE FROM note") }
    #expect(try database.dataVersion() == before)
    try database.add("two")
    let after = try database.dataVersion()
    #expect(after != before)
    try Notebook.open(path).add("three")
    #expect(try database.dataVersion() != after)
  }

  @Test func `counters tell an index from a scan and from a sort`() throws {
    for number in 0..<20 { try database.add("n\(number)") }
    let counters = database.counters
    func count(_ work: () throws -> Void) rethrows -> (scans: Int, sorts: Int, steps: Int) {
      let start = (counters.fullScanSteps, counters.sorts, counters.virtualMachineSteps)
      try work()
      return (
        counters.fullScanSteps - start.0, counters.sorts - start.1,
        counters.virtualMachineSteps - start.2
      )
    }
    let find = { try database.read { try $0.exists("SELECT 1 FROM note WHERE title = 'n7'") } }
    #expect(try find())
    let indexed = try count { _ = try find() }
    #expect(indexed.scans == 0 && indexed.sorts == 0 && indexed.steps > 0)
    #expect(try count { _ = try find() } == indexed)
    let scanned = try count {
      try database.read { try $0.rows("SELECT id FROM note ORDER BY parent, title DESC") { _ in } }
    }
    #expect(scanned.scans == 20 && scanned.sorts == 1)
  }
}
