import Testing

@testable import AdminCLI

/// The transcripts of the documentation, and the helper that runs them.
struct TranscriptTests {
  @Test(arguments: ["help"])
  func `each transcript shows exactly what is written`(name: String) throws {
    #expect(try Transcript(named: name).differences() == [])
  }

  @Test func `input, quotes and names work`() {
    var transcript = Transcript(
      """
      $ printf 'old one\\nnew\\n' | iamctl password change --password-stdin
      ["⟨old⟩", "⟨new⟩"]
      $ iamctl check '⟨old⟩' ⟨new⟩
      username\told one
      menu\tnew
      """)
    transcript.commands = sampleCommands
    #expect(transcript.differences() == [])
  }

  @Test func `a difference is found and shown`() {
    #expect(
      Transcript("$ iamctl versoin\n[64]\n$ iamctl version\niamctl ⟨v⟩").differences() == [
        "$ iamctl versoin\nerror: unknown command `versoin`\nhint: did you mean `version`?\n[64]"
      ])
    #expect(Transcript("$ iamctl version\nother").differences().count == 1)
    #expect(Transcript("$ ls").differences().count == 1)
  }
}
