import Policy
import Testing

@testable import IAM

/// ASVS 5.0 V16: secrets appear in no log, error or crash text; passwords are NFC, up to 128.
struct SecretTests {
  @Test func `a secret shows itself nowhere`() throws {
    let secret = try Secret(password: "hunter2-hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    let texts = [
      "\(secret)", String(describing: secret), String(reflecting: secret), dumped,
      "\(Optional(secret) as Any)", "\([secret])", String(reflecting: [secret]),
    ]
    for text in texts {
      #expect(text.contains("<secret>"))
      #expect(!text.contains("hunter") && !text.contains("104"))
    }
  }

  @Test func `canonically equivalent passwords are the same secret`() throws {
    let composed = try Secret(password: "caf\u{e9}-\u{1F1}\u{AC01}")
    let decomposed = try Secret(password: "cafe\u{301}-\u{1F1}\u{1100}\u{1161}\u{11A8}")
    #expect(composed.matches(decomposed))
  }

  /// Pins the standard library's composition to examples of Unicode Standard Annex #15.
  @Test(arguments: [
    ("\u{41}\u{30A}", "\u{C5}"), ("\u{212B}", "\u{C5}"), ("\u{2126}", "\u{3A9}"),
    ("\u{1E0B}\u{323}", "\u{1E0D}\u{307}"), ("\u{64}\u{307}\u{323}", "\u{1E0D}\u{307}"),
    ("\u{73}\u{323}\u{307}", "\u{1E69}"), ("\u{FB01}", "\u{FB01}"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("\u{F900}", "\u{8C48}"),
    ("\u{958}", "\u{915}\u{93C}"),
  ])
  func `normal form C is that of the standard`(text: String, expected: String) {
    let composed = NormalForm.composed(text)
    #expect(Array(composed.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a password of 128 characters is whole and one of 129 is refused`() throws {
    #expect(try Secret(password: String(repeating: "密", count: 128)).byteCount == 384)
    #expect(throws: CredentialError.passwordTooLong) {
      try Secret(password: String(repeating: "x", count: 129))
    }
    // One character to the reader but 129 to the rule: marks could pile up without end.
    #expect(throws: CredentialError.passwordTooLong) {
      try Secret(password: "e" + String(repeating: "\u{323}", count: 129))
    }
    let long = String(repeating: "x", count: 127)
    #expect(try !Secret(password: long + "a").matches(Secret(password: long + "b")))
  }

  @Test func `an empty password is refused`() {
    #expect(throws: CredentialError.emptyPassword) { try Secret(password: "") }
  }

  @Test func `the caller's buffer is overwritten whether or not it is a password`() throws {
    var good = Array("password".utf8)
    #expect(try Secret(clearingPassword: &good).matches(Secret(password: "password")))
    #expect(good == [UInt8](repeating: 0, count: 8))
    var bad: [UInt8] = [0x70, 0xFF, 0xC0]
    #expect(throws: CredentialError.invalidText) { try Secret(clearingPassword: &bad) }
    #expect(bad == [0, 0, 0])
  }

  @Test func `secrets match by content and length`() {
    let secret = Secret(bytes: [1, 2, 3])
    #expect(secret.matches(secret))
    #expect(!secret.matches(Secret(bytes: [1, 2])))
    #expect(!secret.matches(Secret(bytes: [1, 2, 4])))
    #expect(Secret(bytes: []).matches(Secret(bytes: [])))
  }
}
