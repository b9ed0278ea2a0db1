import IAM

extension Context {
  /// Opens the store for this command, once.
  ///
  /// - Parameter changing: whether the command may change something.
  func registry(changing: Bool = true) throws -> Registry {
    try store.registry(changing: changing) {
      try Registry(opening: try databasePath(), readOnly: !changing, services: try services())
    }
  }

  /// The clock, chance, the cost of passwords, and the key of personal data where it is at hand.
  func services() throws -> Services {
    var services = console.services
    let path = try keyPath()
    do {
      services.vault = try Vault(keyFile: path)
    } catch let error as CredentialError {
      // All else works without the key, and what it seals reads as locked.
      console.note(
        Text(
          zh: "密钥文件 `\(path)` 不可用：\(error.wording.zh)；个人信息按无密钥处理",
          en: "the key file `\(path)` is not used: \(error.wording.en); personal data stays locked")
      )
    }
    return services
  }

  /// The key file of personal data: `--key-file`, else `$IAMCTL_KEY_FILE`, else beside the database.
  func keyPath() throws(CommandFailure) -> String {
    if let named = try named(options.keyFile, "--key-file", or: .keyFile) { return named }
    return try databasePath() + ".key"
  }

  /// Whoever is logged in. Every answer to it carries the red notice while a first-login step is
  /// open, and its session is noted to be in use.
  ///
  /// - Parameter noticing: `false` for the commands that do the steps and give notice afterwards.
  /// - Throws: exit 77 with a hint to log in when there is no session, or when it has ended.
  /// - Source: C8, C12.
  func identity(noticing: Bool = true) throws -> Identity {
    guard let token = try sessionToken() else { throw IAMError.notLoggedIn }
    let registry = try registry(changing: false)
    try registry.keepAwake(token, at: try databasePath())
    if noticing { try notice(for: .session(token)) }
    return .session(token)
  }

  /// Whoever is logged in, or nobody.
  func identityIfAny() throws -> Identity? { try sessionToken().map(Identity.session) }

  private func sessionToken() throws -> SessionToken? {
    guard let text = try SessionFile(path: try sessionPath()).read() else { return nil }
    return try? SessionToken(text: text)
  }
}
