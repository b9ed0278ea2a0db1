import Synchronization
import Testing

@testable import IAM

/// How many are inside, and how many were at most.
private final class Gauge: Sendable {
  private let inside = Atomic<Int>(0)
  let most = Atomic<Int>(0)

  func enter() {
    let now = inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
    most.max(now, ordering: .sequentiallyConsistent)
  }

  func leave() { inside.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
}

/// RFC 9106: Argon2id in PHC strings.
struct PasswordHasherTests {
  let cheap = Argon2Parameters.uncheckedForTesting(memory: 64, passes: 1, lanes: 1)

  func cheapHasher() -> PasswordHasher {
    PasswordHasher(uncheckedForTesting: cheap, randomness: .seeded(1))
  }

  @Test func `a password verifies against its own hash and no other does`() throws {
    let hasher = cheapHasher()
    let stored = try hasher.hash(Secret(password: "正确的马 battery"))
    #expect(try hasher.verify(Secret(password: "正确的马 battery"), against: stored))
    #expect(try !hasher.verify(Secret(password: "正确的马 batterz"), against: stored))
    #expect(stored.hasPrefix("$argon2id$v=19$m=64,t=1,p=1$"))
  }

  @Test func `two hashes of one password differ by their salt`() throws {
    let hasher = cheapHasher()
    let password = try Secret(password: "one password")
    #expect(try hasher.hash(password) != hasher.hash(password))
  }

  @Test func `each hash and each verification is one computation`() throws {
    let hasher = cheapHasher()
    let password = try Secret(password: "counted")
    let stored = try hasher.hash(password)
    #expect(hasher.computations == 1)
    #expect(try hasher.verify(password, against: stored))
    #expect(try !hasher.verify(password, against: hasher.standIn))
    #expect(hasher.computations == 3)
  }

  @Test func `the stand-in costs what a real hash costs`() throws {
    let standIn = try PasswordHash(text: PasswordHasher().standIn, floor: .floor)
    #expect(standIn.parameters == .standard)
    #expect(standIn.salt.count == 16 && standIn.tag.count == 32)
  }

  @Test func `the default is the second recommendation of RFC 9106`() throws {
    let hasher = PasswordHasher()
    let stored = try hasher.hash(Secret(password: "the default"))
    #expect(stored.hasPrefix("$argon2id$v=19$m=65536,t=3,p=4$"))
    #expect(try hasher.verify(Secret(password: "the default"), against: stored))
    #expect(try !hasher.needsRehash(stored))
  }

  @Test func `parameters at the floor are accepted and just below it refused`() throws {
    #expect(try Argon2Parameters(memory: 19_456, passes: 2, lanes: 1) == .floor)
    #expect(throws: CredentialError.weakParameters) {
      try Argon2Parameters(memory: 19_455, passes: 2, lanes: 1)
    }
    #expect(throws: CredentialError.weakParameters) {
      try Argon2Parameters(memory: 65_536, passes: 1, lanes: 4)
    }
    #expect(throws: CredentialError.weakParameters) {
      try Argon2Parameters(memory: 65_536, passes: 3, lanes: 0)
    }
  }

  @Test func `parameters at the ceiling are accepted and just above it refused`() throws {
    #expect(try Argon2Parameters(memory: 1_048_576, passes: 16, lanes: 16) == .ceiling)
    for (memory, passes, lanes) in [(1_048_577, 3, 4), (65_536, 17, 4), (65_536, 3, 17)] {
      #expect(throws: CredentialError.costlyParameters) {
        try Argon2Parameters(
          memory: UInt32(memory), passes: UInt32(passes), lanes: UInt32(lanes))
      }
    }
  }

  @Test func `a stored hash that is too weak or too costly is refused without a computation`()
    throws
  {
    let hasher = PasswordHasher()
    let tail = "$c29tZXNhbHRzb21lc2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
    let password = try Secret(password: "anything")
    #expect(throws: CredentialError.weakParameters) {
      try hasher.verify(password, against: "$argon2id$v=19$m=19455,t=2,p=1" + tail)
    }
    #expect(throws: CredentialError.costlyParameters) {
      try hasher.verify(password, against: "$argon2id$v=19$m=4294967295,t=2,p=1" + tail)
    }
    #expect(throws: CredentialError.costlyParameters) {
      try hasher.needsRehash("$argon2id$v=19$m=65536,t=4294967295,p=1" + tail)
    }
    #expect(hasher.computations == 0)
  }

  @Test(arguments: [
    "", "$", "$$$$$", "plain", "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ",
    "$argon2i$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=16$m=65536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=65536,p=4,t=3$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=065536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=+65536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=-1,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=99999999999,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=65536,t=3,p=4,x=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$CTFh",
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ=$CTFhFdXPJO1aFaMaO6Mm5Q",
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5R",
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q$",
    "$argon2id$v=19$m=65536,t=3,p=4$密码密码$CTFhFdXPJO1aFaMaO6Mm5Q",
  ])
  func `a malformed hash is refused`(stored: String) {
    #expect(throws: CredentialError.malformedHash) {
      try PasswordHasher().verify(Secret(password: "anything"), against: stored)
    }
  }

  @Test func `a hash is made anew when any parameter rose`() throws {
    let hasher = PasswordHasher()
    let tail = "$c29tZXNhbHRzb21lc2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
    for numbers in ["m=65535,t=3,p=4", "m=65536,t=2,p=4", "m=65536,t=3,p=3"] {
      #expect(try hasher.needsRehash("$argon2id$v=19$" + numbers + tail))
    }
    for numbers in ["m=65536,t=3,p=4", "m=131072,t=4,p=4"] {
      #expect(try !hasher.needsRehash("$argon2id$v=19$" + numbers + tail))
    }
    #expect(try hasher.needsRehash("$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ" + tail.suffix(44)))
  }

  @Test func `no more computations run at the same time than the limit allows`() async throws {
    let limit = HashingLimit(1)
    let gauge = Gauge()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try limit.run {
            gauge.enter()
            for _ in 0..<2_000 { _ = Digest.sha256([1]) }
            gauge.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(gauge.most.load(ordering: .relaxed) == 1)
  }

  @Test(.enabled(if: PublishedVectors.areAvailable, "the published vectors are not here"))
  func `the specification's own vector holds`() throws {
    let vector = try PublishedVectors.load().rfc9106
    let inputs = Argon2id.Inputs(
      parameters: .uncheckedForTesting(memory: vector.m_kib, passes: vector.t, lanes: vector.p),
      salt: try #require(Hexadecimal.bytes(vector.salt_hex)), tagByteCount: vector.tag_len,
      secret: try #require(Hexadecimal.bytes(vector.secret_hex)),
      associatedData: try #require(Hexadecimal.bytes(vector.ad_hex)))
    let password = Secret(bytes: try #require(Hexadecimal.bytes(vector.password_hex)))
    #expect(Hexadecimal.text(try Argon2id.tag(of: password, inputs)) == vector.tag_hex)
  }

  @Test(.enabled(if: PublishedVectors.areAvailable, "the published vectors are not here"))
  func `the published hashes are computed, written and verified`() throws {
    let vectors = try PublishedVectors.load().hash_vectors.filter { $0.m_kib <= 65_536 }
    #expect(vectors.count >= 4)
    for vector in vectors {
      let parameters = Argon2Parameters.uncheckedForTesting(
        memory: vector.m_kib, passes: vector.t, lanes: vector.p)
      let password = try Secret(password: vector.password)
      let salt = Array(vector.salt.utf8)
      let tag = try Argon2id.tag(of: password, .init(parameters: parameters, salt: salt))
      #expect(Hexadecimal.text(tag) == vector.hash_hex)
      let hash = PasswordHash(parameters: parameters, salt: salt, tag: tag)
      #expect(hash.text == vector.encoded)
      #expect(try PasswordHash(text: vector.encoded, floor: parameters) == hash)
    }
  }

  @Test(.enabled(if: PublishedVectors.areAvailable, "the published vectors are not here"))
  func `the published refusals are refused`() throws {
    for refusal in try PublishedVectors.load().verify_errors {
      #expect(throws: CredentialError.malformedHash, "\(refusal.why)") {
        try cheapHasher().verify(Secret(password: refusal.password), against: refusal.encoded)
      }
    }
  }
}
