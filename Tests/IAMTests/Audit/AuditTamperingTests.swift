import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// Whatever is done to the trail behind the program is found, and the row named where it can be.
struct AuditTamperingTests {
  private let trail: AuditTrail

  init() throws { trail = try AuditTrail() }

  @Test func `an untouched trail is intact, also with a checkpoint`() throws {
    let checkpoint = try trail.checkpoint()
    try trail.add(5)
    let verification = try trail.verify(checkpoint)
    #expect(verification.problems == [])
    #expect(verification.holds)
    #expect(verification.size == 18)
    #expect(verification.checkpointSize == 12)
  }

  @Test(arguments: [
    "at = at + 1", "tenant = 'EY'", "actor = 'staff-02'", "on_behalf_of = 'EX'",
    "event = 'test.roW'", "object = object || ' '", "outcome = 'denied'", "reason = 'other'",
    "reason = NULL", "before = '{}'", "after = NULL", "session = 1", "revision = revision + 1",
    "leaf = zeroblob(32)",
  ])
  func `a change in any column is found and the row named`(change: String) throws {
    try trail.tamper("UPDATE audit SET \(change) WHERE seq = 7")
    #expect(try trail.verify().problems == [.rowChanged(7)])
  }

  @Test func `text that is no longer UTF-8 is found`() throws {
    try trail.tamper("UPDATE audit SET object = CAST(x'FF' AS TEXT) WHERE seq = 7")
    #expect(try trail.verify().problems == [.rowChanged(7)])
  }

  @Test func `a deleted row is found and named`() throws {
    try trail.tamper("DELETE FROM audit WHERE seq = 5")
    #expect(try trail.verify().problems == [.rowsMissing(5...5)])
    try trail.tamper("DELETE FROM audit WHERE seq IN (6, 7)")
    #expect(try trail.verify().problems == [.rowsMissing(5...7)])
  }

  @Test func `rows that changed places are found and named`() throws {
    try trail.tamper(
      """
      UPDATE audit SET seq = 1000 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 5;
      UPDATE audit SET seq = 5 WHERE seq = 1000
      """)
    #expect(try trail.verify().problems == [.rowChanged(4), .rowChanged(5)])
  }

  @Test func `a row replaced together with its hash is found within its part of the tree`() throws {
    let entry = try trail.registry.database.read { reading in
      try reading.first("SELECT * FROM audit WHERE seq = 9") { try AuditEntry($0) }
    }
    var forged = try #require(entry)
    forged.actor = "master-01"
    let leaf = MerkleTree.leafHash(forged.canonicalBytes).hexadecimal
    try trail.tamper("UPDATE audit SET actor = 'master-01', leaf = x'\(leaf)' WHERE seq = 9")
    #expect(try trail.verify().problems == [.rowsReplaced(8...11)])
  }

  @Test func `a changed peak of the tree is found`() throws {
    try trail.tamper("UPDATE audit_frontier SET hash = zeroblob(32) WHERE level = 0")
    #expect(try trail.verify().problems == [.rowsReplaced(0...7)])
  }

  @Test func `a tail cut off is found`() throws {
    try trail.tamper("DELETE FROM audit WHERE seq >= 10")
    #expect(try trail.verify().problems == [.sizeDiffers])
  }

  @Test func `rows added past the program are found`() throws {
    try trail.tamper(
      "INSERT INTO audit SELECT 12, at, tenant, actor, on_behalf_of, event, object, "
        + "outcome, reason, before, after, session, revision, leaf FROM audit WHERE seq = 11")
    #expect(try trail.verify().problems == [.rowChanged(12), .sizeDiffers])
  }

  @Test func `a tail cut off with the tree made to fit is found against a checkpoint`() throws {
    let checkpoint = try trail.checkpoint()
    try trail.tamper("DELETE FROM audit WHERE seq >= 10")
    try trail.rebuild()
    #expect(try trail.verify().holds)
    #expect(try trail.verify(checkpoint).problems == [.shorterThanCheckpoint(12)])
    try trail.add(6)
    #expect(try trail.verify().holds)
    #expect(try trail.verify(checkpoint).problems == [.differsFromCheckpoint(12)])
  }

  @Test func `a history rewritten as a whole is found against a checkpoint`() throws {
    let checkpoint = try trail.checkpoint()
    try trail.tamper("UPDATE audit SET actor = 'nobody-1' WHERE seq = 3")
    try trail.rebuild()
    #expect(try trail.verify().holds)
    #expect(try trail.verify(checkpoint).problems == [.differsFromCheckpoint(12)])
  }

  @Test func `an older copy of the whole database is found against a checkpoint`() throws {
    let copy = trail.exchange.directory.file("old.db")
    try trail.registry.database.backup(to: copy)
    try trail.add(3)
    let checkpoint = try trail.checkpoint()
    let old = try Registry(opening: copy, services: trail.registry.services)
    let staff = Identity.unchecked(TestExchange.staff)
    let verification = try old.inquire(as: staff) { try $0.verifyAudit(comparingWith: checkpoint) }
    #expect(verification.problems == [.shorterThanCheckpoint(15)])
  }

  @Test func `a checkpoint by another key is found`() throws {
    var checkpoint = try trail.checkpoint()
    checkpoint.key = try CheckpointSigner().verifier
    #expect(try trail.verify(checkpoint).problems == [.signatureWrong])
  }

  @Test func `a number at the end of the range does no harm`() throws {
    try trail.tamper("UPDATE audit SET seq = 9223372036854775807 WHERE seq = 11")
    let problems = try trail.verify().problems
    #expect(problems.count == 2)
    #expect(problems.first == .rowsMissing(11...(.max - 1)))
    #expect(problems.last == .rowChanged(.max))
    #expect(throws: DatabaseError.self) { try trail.add(1) }
  }

  @Test func `more problems are counted than are named`() throws {
    try trail.add(150)
    try trail.tamper("UPDATE audit SET revision = revision + 1")
    let verification = try trail.verify()
    #expect(verification.problemCount == 162)
    #expect(verification.problems.count == AuditVerification.problemLimit)
  }

  @Test func `a clock set back is told but is no problem`() throws {
    trail.exchange.clock.advance(by: .seconds(-60))
    try trail.add(2)
    let verification = try trail.verify()
    #expect(verification.holds && verification.clockStepsBack == 1)
  }
}
