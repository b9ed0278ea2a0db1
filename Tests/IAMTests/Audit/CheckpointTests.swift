import Policy
import TestSupport
import Testing

@testable import IAM

/// Notes and keys as C2SP writes them.
struct CheckpointTests {
  /// - Source: the documentation of golang.org/x/mod/sumdb/note.
  private static let privateKey =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  private static let publicKey =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  private static let text =
    "If you think cryptography is the answer to your problem,\n"
    + "then you don't know what your problem is.\n"
  private static let signature =
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="

  @Test func `keys and signatures are those of the published example`() throws {
    let signer = try CheckpointSigner(reading: Self.privateKey + "\n")
    #expect(signer.text == Self.privateKey)
    #expect(signer.verifier.text == Self.publicKey)
    #expect(try CheckpointVerifier(reading: Self.publicKey) == signer.verifier)
    #expect(try CheckpointVerifier(reading: Self.privateKey) == signer.verifier)
    let signature = signer.signature(for: Array(Self.text.utf8))
    #expect(signature.name == "PeterNeumann")
    #expect(Base64.standard.padded(signature.bytes) == Self.signature)
  }

  private func note(size: Int64 = 3) throws -> (CheckpointNote, CheckpointSigner) {
    let signer = try CheckpointSigner(reading: Self.privateKey)
    let checkpoint = AuditCheckpoint(origin: "PeterNeumann", size: size, root: .sha256([1]))
    return (CheckpointNote(signing: checkpoint, with: signer), signer)
  }

  @Test func `a note is read back as it was written`() throws {
    let (note, signer) = try note()
    let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6)
    #expect(lines[0] == "PeterNeumann" && lines[1] == "3" && lines[3] == "" && lines[5] == "")
    #expect(lines[4].hasPrefix("— PeterNeumann x08go"))
    #expect(try CheckpointNote(reading: note.text) == note)
    #expect(signer.verifier.accepts(note))
  }

  @Test func `a change anywhere in a note is refused or not accepted`() throws {
    let (note, signer) = try note()
    let bytes = Array(note.text.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      guard let text = String(validating: changed, as: UTF8.self) else { continue }
      do {
        let read = try CheckpointNote(reading: text)
        #expect(!signer.verifier.accepts(read), "byte \(index)")
      } catch {
        #expect(error.code == "invalid-checkpoint")
      }
    }
  }

  @Test func `a signature of somebody else beside ours does no harm`() throws {
    let (note, signer) = try note()
    let other = try CheckpointSigner(name: "witness")
    let cosigned = CheckpointNote(signing: note.checkpoint, with: other)
    let line = try #require(cosigned.text.split(separator: "\n").last)
    let both = try CheckpointNote(reading: note.text + line + "\n")
    #expect(signer.verifier.accepts(both) && other.verifier.accepts(both))
    #expect(!(try CheckpointSigner(name: "witness").verifier.accepts(both)))
  }

  @Test(arguments: [
    "", "\n\n", "x\n3\n\n", "x\n-1\nAAAA\n\n— x AAAAAAAA\n", "a\n1\nAAAA\n\n",
    "a\n01\nAAAA\n\n— x A\n",
  ])
  func `what is no note is refused`(text: String) {
    #expect(throws: IAMError.self) { try CheckpointNote(reading: text) }
  }

  @Test(arguments: [
    "", "PRIVATE+KEY+", "PRIVATE+KEY+x+00000000+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AQ==", "PeterNeumann+c74f20a3+AYEK", "a+b",
  ])
  func `what is no key is refused`(text: String) {
    #expect(throws: CredentialError.malformedKey) { try CheckpointVerifier(reading: text) }
    #expect(throws: CredentialError.malformedKey) { try CheckpointSigner(reading: text) }
  }

  @Test(arguments: ["", "a b", "a+b", "a\nb"])
  func `a key's name has no white space and no plus`(name: String) {
    #expect(throws: IAMError.self) { try CheckpointSigner(name: name) }
  }

  @Test func `only those who may sign do, and it is recorded`() throws {
    let trail = try AuditTrail()
    let (note, _) = try trail.checkpoint()
    #expect(note.checkpoint.size == 12)
    let staff = Identity.unchecked(TestExchange.staff)
    let last = try trail.registry.inquire(as: staff) { try $0.auditEntries().last }
    #expect(last?.event == "audit.checkpoint")
    #expect(last?.after?.contains(note.checkpoint.root.hexadecimal) == true)
    #expect(throws: IAMError.self) {
      try trail.registry.change(as: .unchecked(Username(unchecked: "master-01"))) { change in
        try change.signCheckpoint(with: try CheckpointSigner())
      }
    }
  }
}
