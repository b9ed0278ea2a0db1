import Testing

@testable import AdminCLI

/// Secrets come from lines of standard input, never from arguments or the environment.
struct SecretTests {
  private func ran(_ input: [UInt8], _ words: [String] = ["--password-stdin"]) -> Ran {
    Ran(["password", "change"] + words, commands: sampleCommands, input: GivenInput(input))
  }

  @Test(arguments: [
    ("a\nb\n", "a", "b"), ("a\r\nb\r\n", "a", "b"), ("a\nb", "a", "b"), ("a \n b\n", "a ", " b"),
    ("a\r\r\nb\r", "a\\r", "b\\r"), ("\n\n", "", ""), ("密码\n密码\nmore\n", "密码", "密码"),
  ])
  func `each line is one secret, less its line break`(
    input: String, first: String, second: String
  ) {
    let expected = "[\"\(first)\", \"\(second)\"]\n"
    #expect(ran(Array(input.utf8)).output == expected)
  }

  @Test func `a missing line is a usage error that says which`() {
    let missing = ran(Array("only\n".utf8))
    #expect(missing.exit == 64)
    #expect(missing.errors.hasPrefix("error: standard input has no line for the new password\n"))
  }

  @Test(arguments: [
    ([97, 0, 98, 10], "it holds NUL"), ([0xC3, 0x28, 10], "it is not UTF-8"),
    ([0xED, 0xA0, 0x80, 10], "it is not UTF-8"), ([0xE4, 0xBD], "it is not UTF-8"),
  ])
  func `a line that is no text is refused`(input: [UInt8], reason: String) {
    let refused = ran(input)
    #expect(refused.exit == 65)
    #expect(refused.output == "")
    #expect(refused.errors.contains(reason))
  }

  @Test func `a line has at most 4096 bytes, with either line break`() {
    let long = [UInt8](repeating: 97, count: 4096)
    for input in [long + [97, 10], long + [97, 13, 10], long + long] {
      let refused = ran(input)
      #expect(refused.exit == 65)
      #expect(refused.errors.contains("longer than 4096 bytes"))
    }
    #expect(ran(long + [13, 10] + long + [10]).exit == 0)
  }

  @Test func `without a terminal the flag must be given`() {
    let refused = ran([], [])
    #expect(refused.exit == 64)
    #expect(
      refused.errors
        == "error: no terminal to ask for the current password\nhint: use --password-stdin\n")
  }

  @Test func `destruction needs a yes or the flag`() {
    let words = ["operator", "delete", "trader"]
    let refused = Ran(words, commands: sampleCommands)
    #expect(refused.exit == 64)
    #expect(refused.errors.contains("\nhint: add --yes "))
    #expect(
      Ran(words + ["--yes", "--json"], commands: sampleCommands).output == "{\"deleted\":1}\n")
    #expect(Ran(words + ["--dry-run"], commands: sampleCommands).exit == 0)
  }

  @Test func `a secret reads no further than its line`() throws {
    let input = GivenInput("one\ntwo")
    let first = try #require(try SecretBytes.line(of: input))
    let second = try #require(try SecretBytes.line(of: input))
    #expect(first.withBytes { Array($0) } == Array("one".utf8))
    #expect(second.withBytes { Array($0) } == Array("two".utf8))
    #expect(!first.matches(second) && first.matches(first))
    #expect(try SecretBytes.line(of: input) == nil)
  }
}
