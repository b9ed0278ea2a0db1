import Policy
import Testing

@testable import IAM

/// The bytes that are hashed: the same whether made from a row or from JSON values.
struct AuditLineTests {
  @Test(arguments: [
    "", "plain", "引号 \" 反斜杠 \\ 换行 \n\r\t", "\u{0}\u{1}\u{8}\u{C}\u{1F}\u{7F}",
    "\u{80}\u{85}\u{9F}\u{A0}\u{FF}", "\u{2028}\u{2029}\u{202E}\u{FEFF}", "👍🏽e\u{301}\u{10FFFF}",
  ])
  func `text is written as JSON writes it`(text: String) {
    let entry = AuditEntry(
      sequence: 7, at: Instant(milliseconds: -5), tenant: text, actor: "a", onBehalfOf: nil,
      event: "e", object: text, outcome: .failed, reason: text, before: nil, after: text,
      session: nil, revision: .max)
    let value: JSONValue = [
      7, -5, .string(text), "a", nil, "e", .string(text), "failed", .string(text), nil,
      .string(text), nil, .number(.max),
    ]
    #expect(String(decoding: entry.canonicalBytes, as: UTF8.self) == value.text())
  }

  @Test func `a row read as bytes gives the line of the entry that was written`() throws {
    let trail = try AuditTrail(size: 20)
    try trail.registry.database.read { reading in
      try reading.rows("SELECT * FROM audit ORDER BY seq") { row in
        var line = AuditLine()
        try line.read(row)
        #expect(try line.bytes == AuditEntry(row).canonicalBytes)
        #expect(try MerkleTree.leafHash(line.bytes).bytes == row.blob(13))
      }
    }
  }
}
