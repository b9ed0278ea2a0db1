public import Policy

/// A one-time password that was drawn and hashed, not yet anybody's.
public struct IssuedPassword: Sendable {
  /// How long it is good for.
  static let lifetime = Duration.seconds(24 * 60 * 60)

  /// The password, to be shown once.
  public let text: String
  /// What is stored of it.
  let hash: String

  /// Draws and hashes one: slow, so it is done before the store is locked.
  init(_ services: Services) throws {
    text = try OneTimePassword.generate(randomness: services.randomness)
    hash = try services.hasher.hash(Secret(password: text))
  }

  /// Takes a password and its hash as they are.
  init(text: String, hash: String) {
    self.text = text
    self.hash = hash
  }
}

/// A one-time password that was given to somebody.
public struct PasswordReset: Sendable {
  /// Whose.
  public var username: Username
  /// The password, to be shown once.
  public var oneTimePassword: String
  /// When it is no longer good.
  public var expiresAt: Instant
}

extension Registry {
  /// Draws a one-time password for an operation that gives it to somebody.
  ///
  /// - Throws: `hashingUnavailable`, `randomnessUnavailable`.
  public func drawPassword() throws -> IssuedPassword { try IssuedPassword(services) }
}

extension Change {
  /// Gives an operator a one-time password: its sessions end, both first-login steps are open
  /// again, and one that had no credentials is put to use. Part of an operation.
  ///
  /// - Source: C8, C10.
  func reset(_ operatorID: Int64, to issued: IssuedPassword) throws -> PasswordReset {
    guard let person = try reading.operatorRow(operatorID) else {
      throw DatabaseError(.integrity, "an operator is not there")
    }
    let expiresAt = now + IssuedPassword.lifetime
    for factor in Factor.allCases { try remember(factor, of: operatorID) }
    try setOneTimePassword(of: operatorID, hash: issued.hash, expiresAt: expiresAt)
    // Whoever tampered with one password may know the other.
    try execute(
      "DELETE FROM credential WHERE operator_id = ? AND factor = 'payment'", operatorID)
    try openStep(.loginPassword, for: operatorID)
    if try reading.opensPaymentStep(for: person) {
      try openStep(.paymentPassword, for: operatorID)
    }
    try endSessions(of: operatorID, reason: .passwordReset)
    if person.facts.state == .pending {
      try execute("UPDATE operator SET state = 'active' WHERE id = ?", operatorID)
    }
    return PasswordReset(
      username: person.username, oneTimePassword: issued.text, expiresAt: expiresAt)
  }
}

extension ReadTransaction {
  /// Whether an operator has a payment password to set: staff never; a member's master once there
  /// is a trading account.
  ///
  /// - Source: A13.
  func opensPaymentStep(for person: OperatorRow) throws -> Bool {
    let kind = try first("SELECT kind FROM tenant WHERE id = ?", person.tenant) {
      try $0.code(0, Tenant.Kind.init)
    }
    switch kind {
    case .exchange, nil: return false
    case .member where person.facts.isMaster: return try hasAccount(person.tenant)
    case .member, .institution: return true
    }
  }
}
