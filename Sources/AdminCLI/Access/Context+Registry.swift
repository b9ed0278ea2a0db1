import IAM

extension Context {
  /// Opens the store for this command.
  ///
  /// - Parameter changing: whether the command may change something.
  func registry(changing: Bool = true) throws -> Registry {
    try Registry(opening: try databasePath(), readOnly: !changing, services: try services())
  }

  /// The clock, chance, the cost of passwords, and the key of personal data where it is at hand.
  func services() throws -> Services {
    var services = Services()
    services.vault = try Vault(keyFile: try keyPath())
    return services
  }

  /// The key file of personal data: `--key-file`, else `$IAMCTL_KEY_FILE`, else beside the database.
  func keyPath() throws(CommandFailure) -> String {
    if let given = console.environment[.keyFile], !given.isEmpty { return given }
    return try databasePath() + ".key"
  }

  /// Whoever is logged in.
  ///
  /// - Throws: exit 77 with a hint to log in when there is no session file.
  func identity() throws -> Identity {
    guard let identity = try identityIfAny() else { throw IAMError.notLoggedIn }
    return identity
  }

  /// Whoever is logged in, or nobody.
  func identityIfAny() throws -> Identity? {
    guard let text = try SessionFile(path: try sessionPath()).read() else { return nil }
    guard let token = try? SessionToken(text: text) else { return nil }
    return .session(token)
  }
}
