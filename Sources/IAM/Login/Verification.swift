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
  /// The password's hash under the present parameters, where the stored one is weaker.
  var upgrade: String?
}

extension Registry {
  /// Compares a password with a credential. Exactly one computation, whatever the outcome; one more
  /// when a right password is hashed anew under stronger parameters.
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
    var upgrade: String?
    if isRight, try hasher.needsRehash(hash) { upgrade = try hasher.hash(candidate) }
    return Verification(
      factor: factor, operatorID: operatorID, hash: hash, isRight: isRight, upgrade: upgrade)
  }
}
