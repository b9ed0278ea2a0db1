internal import Policy

extension Registry {
  /// Sets new passwords: proves what must be proved, refuses what breaks a rule, all of it or
  /// nothing. Every hash is computed before the store is locked.
  ///
  /// - Parameters:
  ///   - dryRun: whether to undo everything at the end; a wrong password is counted all the same.
  ///   - check: what must hold; asked before anything is computed and once more inside the
  ///     transaction.
  /// - Throws: `verificationFailed`, `weakPassword`, what `check` throws; `busy` when a password
  ///   was changed at the same time.
  func revise(
    _ revision: PasswordRevision, as identity: Identity, dryRun: Bool,
    check: (borrowing ReadTransaction, ActingOperator) throws -> Void
  ) throws {
    let surroundings = try inquire(as: identity) { inquiry in
      let actor = try inquiry.requireActing()
      try check(inquiry.reading, actor)
      return try inquiry.reading.surroundings(
        of: actor.id, for: revision, at: inquiry.now, vault: services.vault)
    }
    let verification = try revision.proof.map { proof in
      try verify(proof.password, proof.factor, of: surroundings.operatorID)
    }
    var failures: [Factor: [PasswordFailure]] = [:]
    var hashes: [Factor: String] = [:]
    if verification?.isRight != false, !surroundings.isBarred {
      failures = try services.hasher.failures(of: revision, in: surroundings)
      for factor in revision.factors where failures.isEmpty {
        hashes[factor] = try revision.password(factor).map { try services.hasher.hash($0) }
      }
    }
    try change(as: identity, after: verification, for: revision.event, dryRun: dryRun) { change in
      guard failures.isEmpty else { throw IAMError.weakPassword(failures) }
      try change.requireUnchanged(surroundings)
      try change.apply(revision, hashes, check: check)
    }
  }

  /// Proves one factor of the caller and, if that succeeds, does something in the same transaction.
  ///
  /// - Throws: `verificationFailed`; the failure is counted, also in a dry run.
  func prove<Answer>(
    _ factor: Factor, _ password: Secret?, as identity: Identity, for event: String,
    dryRun: Bool, then body: (borrowing Change, ActingOperator) throws -> Answer
  ) throws -> Answer {
    let id = try inquire(as: identity) { try $0.requireActing().id }
    let verification = try verify(password, factor, of: id)
    let answer = try change(as: identity, after: verification, for: event, dryRun: dryRun) {
      try body($0, try $0.requireActing())
    }
    if !dryRun { try strengthen(password, after: verification) }
    return answer
  }

  /// Makes a change if what the caller proves is accepted.
  ///
  /// A failure outlives a dry run: otherwise passwords could be guessed without end.
  private func change<Answer>(
    as identity: Identity, after verification: Verification?, for event: String, dryRun: Bool,
    _ body: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    let answer: Answer? = try change(as: identity, dryRun: dryRun) { change in
      if let verification {
        guard try change.accepts(verification, for: event) else { return nil }
      }
      return try body(change)
    }
    if let answer { return answer }
    if dryRun, let verification {
      try change(as: identity) { _ = try $0.accepts(verification, for: event) }
    }
    throw IAMError.verificationFailed
  }
}

extension Change {
  /// Judges a comparison for the caller; a failure leaves its row in the audit trail.
  func accepts(_ verification: Verification, for event: String) throws -> Bool {
    let actor = try requireActing()
    let intent = Intent(event, in: actor.tenant, on: actor.username.text, need: .ownSelf)
    var refusal: LoginRefusal?
    try note {
      refusal = try judge(verification)
      guard let refusal else { return }
      try appendAudit(
        intent, by: actor, outcome: .failed, reason: refusal.rawValue,
        try reading.revision(ofTenant: actor.tenant))
    }
    return refusal == nil
  }

  /// The rules were checked against hashes that must still be those in force.
  fileprivate func requireUnchanged(_ surroundings: PasswordSurroundings) throws {
    for factor in Factor.allCases {
      let hash = try reading.credential(factor, of: surroundings.operatorID)?.hash
      guard hash == surroundings.hashes[factor] else {
        throw DatabaseError(.busy, "the password was changed by another command")
      }
    }
  }

  fileprivate func apply(
    _ revision: PasswordRevision, _ hashes: [Factor: String],
    check: (borrowing ReadTransaction, ActingOperator) throws -> Void
  ) throws {
    let actor = try requireActing()
    let intent = Intent(revision.event, in: actor.tenant, on: actor.username.text, need: .ownSelf)
    try perform(intent) {
      try check(reading, actor)
      for factor in revision.factors {
        guard let hash = hashes[factor] else { continue }
        try replaceCredential(factor, of: actor.id, hash: hash)
        try closeStep(factor == .login ? .loginPassword : .paymentPassword, for: actor.id)
      }
      if let mobile = revision.fundMobile { try setFundMobile(mobile, of: actor) }
      if revision.login != nil {
        try endSessions(of: actor.id, except: actor.session, reason: .passwordChanged)
      }
      return Recorded(
        after: ["factors": .array(revision.factors.map { .string($0.rawValue) })])
    }
  }
}
