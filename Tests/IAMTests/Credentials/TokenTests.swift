import Testing

@testable import IAM

/// C12: session tokens and one-time passwords.
struct TokenTests {
  @Test func `a session token is read back from its text and digested the same`() throws {
    let token = try SessionToken(randomness: .seeded(7))
    #expect(token.text.utf8.count == 43)
    let again = try SessionToken(text: token.text)
    #expect(again.digest == token.digest)
    let bytes = try #require(Base64.safe.bytes(token.text))
    #expect(token.digest == Digest.sha256(bytes))
    #expect(!"\(token)".contains(token.text))
  }

  @Test(arguments: [
    "", "AAAA", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
    String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 42) + "=",
    String(repeating: "A", count: 42) + "+", String(repeating: "密", count: 43),
  ])
  func `a text that is no token is refused`(text: String) {
    #expect(throws: CredentialError.malformedToken) { try SessionToken(text: text) }
  }

  @Test func `the system's tokens differ`() throws {
    let texts = try (0..<100).map { _ in try SessionToken(randomness: .system).text }
    #expect(Set(texts).count == 100)
  }

  @Test func `the system gives any number of random bytes`() throws {
    for count in [0, 1, 255, 256, 257, 1_000] {
      #expect(try Randomness.system.bytes(count).count == count)
    }
    #expect(try Set(Randomness.system.bytes(1_000)).count > 200)
  }

  @Test func `a source that answers too few bytes is refused`() {
    let short = Randomness { Array(repeating: 1, count: max($0 - 1, 0)) }
    #expect(throws: CredentialError.randomnessUnavailable) { try SessionToken(randomness: short) }
  }

  @Test func `a one-time password is four groups of five unambiguous characters`() throws {
    let text = try OneTimePassword.generate(randomness: .seeded(3))
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    #expect(groups.map(\.count) == [5, 5, 5, 5])
    #expect(text.allSatisfy { $0 == "-" || OneTimePassword.alphabet.contains($0) })
    #expect(Set(OneTimePassword.alphabet).isDisjoint(with: Set("0O1lI")))
    #expect(Set(OneTimePassword.alphabet).count == OneTimePassword.alphabet.count)
  }

  /// 20 characters of 54 are 115 bits, if each is equally likely.
  @Test func `the characters of one-time passwords are equally likely`() throws {
    let randomness = Randomness.seeded(11)
    var counts: [Character: Int] = [:]
    for _ in 0..<2_700 {
      for character in try OneTimePassword.generate(randomness: randomness) {
        counts[character, default: 0] += 1
      }
    }
    for character in OneTimePassword.alphabet {
      let count = try #require(counts[character])
      #expect((850...1_150).contains(count), "`\(character)` was drawn \(count) times of 54000")
    }
  }

  @Test func `a broken source ends the draw instead of hanging it`() {
    let stuck = Randomness { Array(repeating: 255, count: $0) }
    #expect(throws: CredentialError.randomnessUnavailable) {
      try OneTimePassword.generate(randomness: stuck)
    }
  }
}
