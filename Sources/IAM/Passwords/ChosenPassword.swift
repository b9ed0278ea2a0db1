/// A password that its owner chose, hashed, not yet anybody's.
public struct ChosenPassword: Sendable {
  /// The password, to be held against the policy.
  let secret: Secret
  /// What is stored of it.
  let hash: String
}

extension Registry {
  /// Hashes a password for an operation that sets it: slow, so it is done before the store is locked.
  ///
  /// - Throws: `hashingUnavailable`, `randomnessUnavailable`.
  public func hashPassword(_ password: Secret) throws -> ChosenPassword {
    ChosenPassword(secret: password, hash: try services.hasher.hash(password))
  }
}
