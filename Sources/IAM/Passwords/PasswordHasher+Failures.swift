extension PasswordHasher {
  /// Every rule that new passwords break, by the password: the policy's, and those that take earlier
  /// hashes. One computation a kept hash.
  func failures(
    of revision: PasswordRevision, in surroundings: PasswordSurroundings
  ) throws -> [Factor: [PasswordFailure]] {
    var failures: [Factor: [PasswordFailure]] = [:]
    for factor in revision.factors {
      guard let password = revision.password(factor) else { continue }
      var found = surroundings.policy.failures(of: password, context: surroundings.context)
      if surroundings.blocked.contains(factor) { found.append(.predictable(.common)) }
      let earlier = surroundings.earlier(factor)
      if try earlier.contains(where: { try verify(password, against: $0) }) {
        found.append(.reused(last: surroundings.counted))
      }
      // Of two new ones the later is to be chosen anew.
      if factor == revision.factors.last, try isSame(revision, in: surroundings) {
        found.append(.sameAsOtherPassword)
      }
      var known: Set<PasswordFailure> = []
      failures[factor] = found.filter { known.insert($0).inserted }
    }
    return failures.filter { !$1.isEmpty }
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
