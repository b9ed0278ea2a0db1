extension PasswordHasher {
  /// Every rule that new passwords break: the policy's, and those that take earlier hashes. One
  /// computation a kept hash.
  func failures(
    of revision: PasswordRevision, in surroundings: PasswordSurroundings
  ) throws -> [PasswordFailure] {
    var failures: [PasswordFailure] = []
    for factor in revision.factors {
      guard let password = revision.password(factor) else { continue }
      failures += surroundings.policy.failures(of: password, context: surroundings.context)
      if surroundings.blocked.contains(factor) { failures.append(.predictable(.common)) }
      let earlier = surroundings.earlier(factor)
      if try earlier.contains(where: { try verify(password, against: $0) }) {
        failures.append(.reused(last: surroundings.counted))
      }
    }
    if try isSame(revision, in: surroundings) { failures.append(.sameAsOtherPassword) }
    var known: Set<PasswordFailure> = []
    return failures.filter { known.insert($0).inserted }
  }

  /// Whether login and payment password would be the same.
  private func isSame(
    _ revision: PasswordRevision, in surroundings: PasswordSurroundings
  ) throws -> Bool {
    switch (revision.login, revision.payment) {
    case (let login?, let payment?): return login.matches(payment)
    case (let login?, nil):
      return try surroundings.hashes[.payment].map { try verify(login, against: $0) } ?? false
    case (nil, let payment?):
      return try surroundings.hashes[.login].map { try verify(payment, against: $0) } ?? false
    case (nil, nil): return false
    }
  }
}

extension PasswordSurroundings {
  /// How many of the last passwords must not be used again; the one in force never.
  fileprivate var counted: Int { max(1, policy[.history] ?? 0) }

  /// The hashes that a new password must not have: the one in force always, and as many earlier
  /// ones as the policy counts.
  fileprivate func earlier(_ factor: Factor) -> [String] {
    let all = [hashes[factor]].compactMap { $0 } + (history[factor] ?? [])
    return Array(all.prefix(counted))
  }
}
