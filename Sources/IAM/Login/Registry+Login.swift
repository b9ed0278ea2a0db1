internal import Policy

extension Registry {
  /// Logs an operator in: one computation of the password's hash, whatever comes of it; one more
  /// after a login whose hash was made under weaker parameters.
  ///
  /// Unknown, locked, suspended, expired, wrong: the answer is the same, and takes as long.
  ///
  /// - Parameters:
  ///   - username: as typed; it need not be a username at all.
  ///   - password: as typed; `nil` for what cannot be a password: empty, or too long.
  ///   - roles: the roles to activate; `nil` for all that the operator holds.
  /// - Throws: `loginFailed`; once the password is proved also `notFound` for a role not held, and
  ///   `refused` when the roles exclude each other in one session.
  /// - Source: C8, C12.
  public func logIn(
    _ username: String, password: Secret?, roles: [String]? = nil
  ) throws -> Login {
    let name = Username(username)
    let found = try name.flatMap { name in try database.read { try $0.findOperator(name) } }
    let verification = try verify(password, .login, of: found?.id)
    let token = try SessionToken(randomness: services.randomness)
    let attempt = LoginAttempt(
      verification: verification, tenant: found?.tenant ?? 0, username: name, token: token,
      roles: roles)
    let login = try change(as: .nobody) { try $0.logIn(attempt) }.get()
    try strengthen(password, after: verification)
    return login
  }
}

/// One attempt to log in, its password compared already.
struct LoginAttempt {
  var verification: Verification
  /// The tenant of the operator; 0 for somebody unknown.
  var tenant: Int64
  var username: Username?
  var token: SessionToken
  var roles: [String]?
}

extension Change {
  /// Decides an attempt to log in, and opens the session.
  ///
  /// - Returns: why it failed, if it did; what was counted and recorded stays.
  fileprivate func logIn(_ attempt: LoginAttempt) throws -> Result<Login, IAMError> {
    // What somebody typed who is not known may be a password, so it is not kept.
    let object = attempt.verification.operatorID == nil ? "" : attempt.username?.text ?? ""
    let intent = Intent("login", in: attempt.tenant, on: object, need: .nothing)
    return try record(intent) {
      if let refusal = try refusal(of: attempt.verification) {
        return try fail(attempt, .loginFailed, refusal.rawValue)
      }
      guard let id = attempt.verification.operatorID, let person = try reading.operatorRow(id)
      else { return try fail(attempt, .loginFailed, LoginRefusal.unknown.rawValue) }
      let roles: Set<Name>?
      do {
        roles = try attempt.roles.map { try choice(of: $0, by: person) }
      } catch let error as IAMError {
        // The password was right: whoever owns it learns of it.
        let actor = try reading.actingOperator(.unchecked(person.username), at: now)
        return try fail(attempt, error, error.code, by: actor)
      }
      let login = try open(attempt, for: person, roles)
      let actor = try reading.actingOperator(.session(attempt.token), at: now)
      return Attempt(answer: .success(login), actor: actor)
    }
  }

  /// A login that failed: counted for its owner to be told of, and kept in the trail.
  private func fail(
    _ attempt: LoginAttempt, _ error: IAMError, _ reason: String, by actor: ActingOperator? = nil
  ) throws -> Attempt<Result<Login, IAMError>> {
    try noteFailure(of: attempt.verification.operatorID)
    return Attempt(answer: .failure(error), failure: reason, actor: actor)
  }

  /// Why a login is refused, in an order in which nothing is judged that cannot succeed.
  private func refusal(of verification: Verification) throws -> LoginRefusal? {
    guard let id = verification.operatorID, let person = try reading.operatorRow(id) else {
      return .unknown
    }
    switch person.facts.state {
    case .pending: return .pending
    case .suspended: return .suspended
    case .offboarded: return .offboarded
    case .active: break
    }
    guard person.facts.validity.contains(now) else { return .expired }
    if let credential = try reading.credential(.login, of: id), credential.isOneTime {
      if credential.usedAt != nil { return .oneTimeUsed }
      if let end = credential.expiresAt, now >= end { return .oneTimeExpired }
    }
    return try judge(verification)
  }

  private func noteFailure(of id: Int64?) throws {
    guard let id, try reading.operatorRow(id) != nil else { return }
    try execute(
      """
      INSERT INTO login_record (operator_id, last_failure_at, failures_since_login)
      VALUES (?1, ?2, 1)
      ON CONFLICT (operator_id) DO UPDATE SET last_failure_at = ?2,
        failures_since_login = failures_since_login + 1
      """, id, now.milliseconds)
  }

  private func open(
    _ attempt: LoginAttempt, for person: OperatorRow, _ roles: Set<Name>?
  ) throws -> Login {
    let record = try reading.loginRecord(of: person.id)
    let credential = try reading.credential(.login, of: person.id)
    let isAsIssued =
      try credential.map {
        try $0.isOneTime || reading.isCreation($0.changedAt, of: person.id)
      } ?? false
    let expiry = try expirePasswords(of: person.id)
    let session = try openSession(attempt.token, of: person.id)
    try execute(
      "UPDATE credential SET used_at = ? WHERE operator_id = ? AND factor = 'login'",
      now.milliseconds, person.id)
    try execute(
      """
      INSERT INTO login_record (operator_id, first_login_at, last_login_at) VALUES (?1, ?2, ?2)
      ON CONFLICT (operator_id) DO UPDATE SET first_login_at = coalesce(first_login_at, ?2),
        last_login_at = ?2, failures_since_login = 0
      """, person.id, now.milliseconds)
    if let roles { try activate(roles, in: session.id, of: person) }
    let tenant = try reading.code(ofTenant: person.tenant)
    guard let code = TenantCode(tenant) else {
      throw DatabaseError(.integrity, "an operator belongs to no tenant")
    }
    return Login(
      username: person.username, tenant: code, token: attempt.token, loggedInAt: now,
      expiresAt: session.expiresAt, lastLoginAt: record?.lastLoginAt,
      isFirstLogin: record?.lastLoginAt == nil,
      isNeverUsed: record?.lastLoginAt == nil && isAsIssued,
      pending: try reading.openSteps(of: person.id), failures: record?.failures ?? 0,
      lastFailureAt: record?.lastFailureAt, passwordExpiry: expiry)
  }
}
