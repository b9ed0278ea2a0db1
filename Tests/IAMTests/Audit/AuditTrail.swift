import Policy
import TestSupport

@testable import IAM

/// An exchange whose audit trail has some rows, and ways to tamper with it behind the program.
struct AuditTrail {
  let exchange: TestExchange

  /// A trail of exactly `size` rows, at least 2: of all kinds of columns.
  init(size: Int = 12) throws {
    exchange = try TestExchange()
    try exchange.addMember(Username(unchecked: "master-01"))
    try add(size - 2)
  }

  var registry: Registry { exchange.registry }

  func add(_ count: Int) throws {
    try registry.change(as: .unchecked(TestExchange.staff)) { change in
      for number in 0..<count {
        let intent = Intent(
          "test.row", in: 1 + Int64(number % 2), on: "对象 \(number) \"\\\t\u{1}\u{85}\u{7F}",
          need: .nothing, reason: number % 3 == 0 ? nil : "原因 \(number)")
        try change.perform(intent) {
          Recorded(
            before: number % 2 == 0 ? nil : ["name": "old"], after: ["n": .number(Int64(number))])
        }
      }
    }
  }

  /// Runs SQL on the file with the triggers dropped that protect the trail.
  func tamper(_ script: String) throws {
    let raw = try Connection.open(
      path: exchange.path, access: .readWrite, context: registry.database.context)
    try raw.run(
      script: """
        DROP TRIGGER IF EXISTS audit_is_never_changed;
        DROP TRIGGER IF EXISTS audit_is_never_deleted;
        DROP TRIGGER IF EXISTS audit_is_only_appended;
        PRAGMA ignore_check_constraints = ON;
        """)
    try raw.run(script: script)
  }

  func verify(
    _ checkpoint: (note: CheckpointNote, key: CheckpointVerifier)? = nil
  ) throws -> AuditVerification {
    try registry.inquire(as: .unchecked(TestExchange.staff)) { inquiry in
      try inquiry.verifyAudit(comparingWith: checkpoint)
    }
  }

  /// Stores row and tree anew, as one would who knows how they are made.
  func rebuild() throws {
    try tamper("DELETE FROM audit_frontier")
    var frontier = MerkleFrontier()
    var lines: [(seq: Int64, leaf: Digest)] = []
    try registry.database.read { reading in
      try reading.rows("SELECT * FROM audit ORDER BY seq") { row in
        let entry = try AuditEntry(row)
        lines.append((entry.sequence, MerkleTree.leafHash(entry.canonicalBytes)))
      }
    }
    var script = ""
    for line in lines {
      frontier.append(line.leaf)
      script += "UPDATE audit SET leaf = x'\(line.leaf.hexadecimal)' WHERE seq = \(line.seq);"
    }
    var rowCount = 0
    for (level, peak) in frontier.peaks.enumerated() {
      rowCount += 1 << (Int.bitWidth - 1 - (frontier.size - rowCount).leadingZeroBitCount)
      script +=
        "INSERT INTO audit_frontier VALUES (\(level), \(rowCount), x'\(peak.hexadecimal)');"
    }
    try tamper(script)
  }

  /// A checkpoint as it is now, with the key that signed it.
  func checkpoint() throws -> (note: CheckpointNote, key: CheckpointVerifier) {
    let signer = try CheckpointSigner()
    let note = try registry.change(as: .unchecked(TestExchange.staff)) { change in
      try change.signCheckpoint(with: signer)
    }
    return (note, signer.verifier)
  }
}
