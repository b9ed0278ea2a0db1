import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// The interpreter, where there is one.
private enum Python {
  static let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin"]
    .split(separator: ":").map { "\($0)/python3" }
    .first(where: FileManager.default.isExecutableFile)
}

/// A verifier written from docs/audit-format.md alone, in another language, agrees.
@Suite(.enabled(if: Python.path != nil, "python3 is not installed"))
struct IndependentVerifierTests {
  private let trail: AuditTrail
  private let staff = Identity.unchecked(TestExchange.staff)

  init() throws { trail = try AuditTrail(size: 23) }

  private func file(_ name: String) -> String { trail.exchange.directory.file(name) }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: file(name), atomically: true, encoding: .utf8)
  }

  private func export() throws -> [String] {
    var lines: [String] = []
    try trail.registry.inquire(as: staff) { inquiry in
      try inquiry.auditLines { lines.append(String(decoding: $0, as: UTF8.self)) }
    }
    return lines
  }

  private func run(_ files: String...) throws -> (code: Int32, output: String) {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "verify_audit.py").path
    let process = Process()
    process.executableURL = URL(filePath: try #require(Python.path))
    process.arguments = [script] + files.map(file)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Writes checkpoint, key, and the proof of a row in the checkpoint's tree.
  private func checkpoint(proving row: Int64) throws {
    let checkpoint = try trail.checkpoint()
    try write(checkpoint.note.text, to: "note")
    try write(checkpoint.key.text + "\n", to: "key")
    let proof = try trail.registry.inquire(as: staff) { inquiry in
      try inquiry.auditProof(of: row, size: checkpoint.note.checkpoint.size)
    }
    let json: JSONValue = [
      "seq": .number(row), "size": .number(proof.size), "root": .string(proof.root.hexadecimal),
      "leaf": .string(MerkleTree.leafHash(proof.entry.canonicalBytes).hexadecimal),
      "row": .string(String(decoding: proof.entry.canonicalBytes, as: UTF8.self)),
      "siblings": .array(proof.siblings.map { .string($0.hexadecimal) }),
    ]
    try write(json.text(), to: "proof")
  }

  @Test func `it computes the same root, accepts the checkpoint and the proof`() throws {
    try checkpoint(proving: 17)
    try trail.add(4)
    try write(try export().map { $0 + "\n" }.joined(), to: "export")
    let answer = try run("export", "note", "key", "proof")
    let verification = try trail.verify()
    #expect(answer.output == "28 \(verification.root.hexadecimal)\n")
    #expect(answer.code == 0)
  }

  @Test func `it refuses what was tampered with`() throws {
    try checkpoint(proving: 3)
    let lines = try export()
    var changed = lines
    changed[7] = changed[7].replacing("staff-01", with: "staff-02")
    try write(changed.map { $0 + "\n" }.joined(), to: "changed")
    #expect(
      try run("changed", "note", "key") == (1, "the rows are not those of the checkpoint\n"))
    try write(lines.dropLast(3).map { $0 + "\n" }.joined(), to: "short")
    #expect(try run("short", "note", "key") == (1, "fewer rows than the checkpoint says\n"))
    try write((lines[..<5] + lines[6...]).map { $0 + "\n" }.joined(), to: "gap")
    #expect(try run("gap").output == "row 6 stands where row 5 must\n")
    try write(try CheckpointSigner().verifier.text, to: "other")
    #expect(try run("changed", "note", "other").code == 1)
  }
}
