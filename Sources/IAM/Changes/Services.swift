public import Policy

/// What changes need from outside the store: the time, chance, the cost of a password, and the key
/// that seals personal data. Tests hand in their own.
public struct Services: Sendable {
  /// Answers the present instant.
  public var clock: @Sendable () -> Instant
  /// Where tokens, salts and one-time passwords come from.
  public var randomness: Randomness
  /// Hashes and verifies passwords.
  public var hasher: PasswordHasher
  /// Seals and opens personal data; `nil` where its key is not at hand.
  public var vault: Vault?

  /// Takes the four services.
  public init(
    clock: @escaping @Sendable () -> Instant = Instant.systemNow,
    randomness: Randomness = .system, hasher: PasswordHasher = PasswordHasher(),
    vault: Vault? = nil
  ) {
    self.clock = clock
    self.randomness = randomness
    self.hasher = hasher
    self.vault = vault
  }
}
