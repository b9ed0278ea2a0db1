import IAM

extension SecretBytes {
  /// The password that was typed, in normal form C; its copy here is cleared.
  ///
  /// - Throws: `CredentialError` when it is empty or too long.
  func secret() throws -> Secret {
    var bytes = withBytes { Array($0) }
    return try Secret(clearingPassword: &bytes)
  }

  /// The same, or `nil` for what cannot be a password: where a wrong one is expected, that is no
  /// other answer.
  func secretIfAny() -> Secret? {
    var bytes = withBytes { Array($0) }
    do {
      return try Secret(clearingPassword: &bytes)
    } catch {
      return nil
    }
  }
}
