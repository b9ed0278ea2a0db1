import Synchronization

/// Hashes passwords with Argon2id and verifies them.
///
/// A login costs exactly one computation whatever its outcome: where there is nothing to verify
/// against (unknown user, locked, suspended), verify against ``standIn``.
///
/// - Source: RFC 9106; OWASP ASVS 5.0 V6.
public final class PasswordHasher: Sendable {
  /// The parameters of new hashes.
  public let parameters: Argon2Parameters

  /// A well-formed hash with the same parameters that no password verifies against.
  public let standIn: String

  private let floor: Argon2Parameters
  private let randomness: Randomness
  private let limit: HashingLimit
  private let counter = Atomic<Int>(0)

  /// A hasher with parameters of accepted cost.
  public convenience init(
    parameters: Argon2Parameters = .standard, randomness: Randomness = .system
  ) {
    self.init(parameters: parameters, floor: .floor, randomness: randomness)
  }

  /// A hasher that makes and accepts hashes as cheap as the given set. For tests only.
  convenience init(uncheckedForTesting parameters: Argon2Parameters, randomness: Randomness) {
    self.init(parameters: parameters, floor: parameters, randomness: randomness)
  }

  private init(parameters: Argon2Parameters, floor: Argon2Parameters, randomness: Randomness) {
    self.parameters = parameters
    self.floor = floor
    self.randomness = randomness
    limit = .shared
    // Nobody can find a password whose tag is the digest of a sentence.
    let tag = Digest.sha256(Array("no password has this tag".utf8)).bytes
    let salt = Array(repeating: UInt8(0), count: PasswordHash.saltByteCount)
    standIn = PasswordHash(parameters: parameters, salt: salt, tag: tag).text
  }

  /// How many Argon2 computations this hasher has run, so that tests can hold it to one a login.
  public var computations: Int { counter.load(ordering: .relaxed) }

  /// The PHC string of a password under a new random salt. One computation.
  ///
  /// - Throws: `hashingUnavailable` or `randomnessUnavailable`.
  public func hash(_ password: Secret) throws(CredentialError) -> String {
    let salt = try randomness.bytes(PasswordHash.saltByteCount)
    let inputs = Argon2id.Inputs(parameters: parameters, salt: salt)
    let tag = try compute(password, inputs)
    return PasswordHash(parameters: parameters, salt: salt, tag: tag).text
  }

  /// Whether the password is the one that was hashed. One computation, and a comparison whose time
  /// tells nothing; none when the string is refused.
  ///
  /// - Throws: `malformedHash`, `weakParameters`, `costlyParameters` for the stored string,
  ///   `hashingUnavailable`.
  public func verify(_ password: Secret, against stored: String) throws(CredentialError) -> Bool {
    let hash = try PasswordHash(text: stored, floor: floor)
    let tag = try compute(
      password,
      Argon2id.Inputs(
        parameters: hash.parameters, salt: hash.salt, tagByteCount: hash.tag.count))
    return tag.span.isSame(as: hash.tag.span)
  }

  /// Whether a stored string is weaker than what ``hash(_:)`` makes now, in any number or length.
  ///
  /// - Throws: `malformedHash`, `weakParameters`, `costlyParameters`.
  public func needsRehash(_ stored: String) throws(CredentialError) -> Bool {
    let hash = try PasswordHash(text: stored, floor: floor)
    return hash.parameters.isBelow(parameters)
      || hash.salt.count < PasswordHash.saltByteCount || hash.tag.count < PasswordHash.tagByteCount
  }

  private func compute(
    _ password: Secret, _ inputs: Argon2id.Inputs
  ) throws(CredentialError) -> [UInt8] {
    counter.wrappingAdd(1, ordering: .relaxed)
    return try limit.run { () throws(CredentialError) in
      try Argon2id.tag(of: password, inputs)
    }
  }
}
