/// A one-time password with its hash, made before a transaction, which hashing would keep waiting.
public struct DrawnPassword: Sendable {
  /// The password, to be shown once.
  public let text: String
  /// Its PHC string.
  let hash: String

  /// How long it opens the first-login steps.
  public static let lifetime = Duration.seconds(24 * 3600)
}

extension Registry {
  /// Draws a one-time password. One Argon2 computation.
  ///
  /// - Throws: `CredentialError` when there is no chance or no memory.
  public func drawPassword() throws -> DrawnPassword {
    let text = try OneTimePassword.generate(randomness: services.randomness)
    return DrawnPassword(text: text, hash: try services.hasher.hash(Secret(password: text)))
  }
}
