import Testing

@testable import IAM

/// Personal data at rest: envelopes open only where they were sealed.
struct EnvelopeTests {
  let place = EnvelopePlace(tenant: "M000001", table: "operators", column: "mobile", row: "17")
  let text = Array("13900000000".utf8)

  @Test func `an envelope opens in its place with its key`() throws {
    let key = try SealingKey(id: 3, randomness: .seeded(1))
    for text in [text, [], Array(repeating: 9, count: 5_000)] {
      let sealed = try Envelope(sealing: text, for: place, key: key, randomness: .seeded(2))
      let stored = try Envelope(bytes: sealed.bytes)
      #expect(stored.keyID == 3)
      #expect(stored == sealed)
      #expect(try stored.open(for: place, key: key) == text)
      let again = try SealingKey(id: 3, hexadecimal: key.hexadecimal)
      #expect(try stored.open(for: place, key: again) == text)
    }
  }

  @Test func `an envelope moved to any other place does not open`() throws {
    let key = try SealingKey(id: 3, randomness: .seeded(1))
    let sealed = try Envelope(sealing: text, for: place, key: key, randomness: .seeded(2))
    let others = [
      EnvelopePlace(tenant: "M000002", table: "operators", column: "mobile", row: "17"),
      EnvelopePlace(tenant: "M000001", table: "tenants", column: "mobile", row: "17"),
      EnvelopePlace(tenant: "M000001", table: "operators", column: "email", row: "17"),
      EnvelopePlace(tenant: "M000001", table: "operators", column: "mobile", row: "18"),
      EnvelopePlace(tenant: "M000001", table: "operators", column: "mobile1", row: "7"),
    ]
    for other in others {
      #expect(throws: CredentialError.damagedEnvelope) { try sealed.open(for: other, key: key) }
    }
  }

  @Test func `an envelope with any byte changed does not open`() throws {
    let key = try SealingKey(id: 3, randomness: .seeded(1))
    let sealed = try Envelope(sealing: text, for: place, key: key, randomness: .seeded(2)).bytes
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 0x40
      let error = #expect(throws: CredentialError.self) {
        try Envelope(bytes: changed).open(for: place, key: key)
      }
      #expect(error == ((1...4).contains(index) ? .unknownKey : .damagedEnvelope))
    }
    for count in sealed.indices {
      #expect(throws: CredentialError.damagedEnvelope) {
        try Envelope(bytes: Array(sealed.prefix(count))).open(for: place, key: key)
      }
    }
  }

  @Test func `another key does not open it, not even under the same number`() throws {
    let key = try SealingKey(id: 3, randomness: .seeded(1))
    let sealed = try Envelope(sealing: text, for: place, key: key, randomness: .seeded(2))
    let renamed = try SealingKey(id: 4, hexadecimal: key.hexadecimal)
    #expect(throws: CredentialError.unknownKey) { try sealed.open(for: place, key: renamed) }
    let forged = try SealingKey(id: 3, randomness: .seeded(5))
    #expect(throws: CredentialError.damagedEnvelope) { try sealed.open(for: place, key: forged) }
  }

  @Test func `sealing twice gives different bytes`() throws {
    let key = try SealingKey(id: 3, randomness: .system)
    let one = try Envelope(sealing: text, for: place, key: key, randomness: .system)
    let two = try Envelope(sealing: text, for: place, key: key, randomness: .system)
    #expect(one.bytes != two.bytes)
    #expect(!"\(key)".contains(key.hexadecimal))
  }
}
