internal import Policy

/// A password that was compared with a stored hash, outside every transaction: the comparison takes
/// a tenth of a second, and nobody else should wait for it.
struct Verification {
  var factor: Factor
  /// Whose credential; `nil` for nobody's.
  var operatorID: Int64?
  /// The hash that was compared with; ``PasswordHasher/standIn`` where there was none.
  var hash: String
  /// Whether the password is the one that was hashed.
  var isRight: Bool
}

extension Registry {
  /// Compares a password with a credential. Exactly one computation, whatever the outcome.
  ///
  /// - Parameters:
  ///   - password: `nil` for what cannot be a password at all.
  ///   - operatorID: `nil` for somebody unknown.
  func verify(
    _ password: Secret?, _ factor: Factor, of operatorID: Int64?
  ) throws -> Verification {
    let stored = try operatorID.flatMap { id in
      try database.read { try $0.credential(factor, of: id)?.hash }
    }
    let hasher = services.hasher
    let hash = stored ?? hasher.standIn
    let candidate = try password ?? Secret(password: "-")
    let isSame = try hasher.verify(candidate, against: hash)
    let isRight = isSame && password != nil && stored != nil
    return Verification(factor: factor, operatorID: operatorID, hash: hash, isRight: isRight)
  }

  /// Hashes a password that was accepted anew, where its hash is weaker than those of today: once it
  /// is accepted, so that time tells nothing about one that is not.
  ///
  /// Best effort: where the store cannot be changed now, the next acceptance does it.
  func strengthen(_ password: Secret?, after verification: Verification) throws {
    guard let password, let id = verification.operatorID,
      try services.hasher.needsRehash(verification.hash)
    else { return }
    let hash = try services.hasher.hash(password)
    do {
      try change(as: .nobody) { change in
        try change.note {
          try change.execute(
            "UPDATE credential SET hash = ? WHERE operator_id = ? AND factor = ? AND hash = ?",
            hash, id, verification.factor.rawValue, verification.hash)
        }
      }
    } catch is DatabaseError {
      return
    }
  }
}
