public import Policy

extension Change {
  /// Gives an operator of the caller's tenant a new one-time password.
  ///
  /// Only the master, or an administrator of a group above, of one who administers less. Staff do
  /// not reach into a member's tenant: that takes a request and a second person.
  ///
  /// - Parameters:
  ///   - username: whom it is about.
  ///   - issued: from ``Registry/drawPassword()``.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound`, `denied`, `refused`; `state` for one who has left.
  /// - Source: C10.
  public func resetPassword(
    of username: String, to issued: IssuedPassword, in tenant: TenantCode? = nil
  ) throws -> PasswordReset {
    try perform(
      "operator.reset-password", on: username, need: "operators.reset-password", in: tenant
    ) { subject in
      try requireState(subject, isNot: .offboarded)
      return Recorded(try reset(subject.id, to: issued))
    }
  }

  /// Suspends an operator: its sessions end at once.
  ///
  /// - Throws: `notFound`, `denied`, `refused`; `state` when it is not active or pending.
  public func suspendOperator(
    _ username: String, reason: String? = nil, in tenant: TenantCode? = nil
  ) throws {
    try setState(.suspended, of: username, "operator.suspend", reason, in: tenant) { state in
      state == .active || state == .pending
    }
  }

  /// Brings a suspended operator back, to `pending` when it never had a password.
  ///
  /// - Returns: the state it has now.
  /// - Throws: `notFound`, `denied`; `refused` when it would gain what the caller cannot give;
  ///   `state` when it is not suspended.
  @discardableResult
  public func resumeOperator(
    _ username: String, in tenant: TenantCode? = nil
  ) throws -> Operator.State {
    return try setState(.active, of: username, "operator.resume", nil, in: tenant) {
      $0 == .suspended
    }
  }

  /// Lifts the locks that failures have put on an operator's passwords.
  ///
  /// Nobody lifts the master's: a lock ends by itself, and for a password that is disabled there is
  /// the reset by the exchange, which takes two.
  ///
  /// - Throws: `notFound`, `denied`, `refused`; `state` when nothing is locked, or when a one-time
  ///   password is used up: that is replaced, not unlocked.
  public func unlockOperator(_ username: String, in tenant: TenantCode? = nil) throws {
    try perform("operator.unlock", on: username, need: "operators.suspend", in: tenant) { subject in
      guard !subject.facts.isMaster else {
        throw IAMError.refused([.operatorNotYours(subject.username)])
      }
      try requireState(subject, isNot: .offboarded)
      let locked = try Factor.allCases.filter { factor in
        guard let credential = try reading.credential(factor, of: subject.id) else { return false }
        let isUsedUp = credential.isOneTime && credential.isDisabled
        return credential.bar(at: now) != nil && !isUsedUp
      }
      guard !locked.isEmpty else {
        throw IAMError.conflict(
          .state(.operator, subject.username.text, is: subject.facts.state.rawValue))
      }
      for factor in locked { try forgetFailures(factor, of: subject.id) }
      return Recorded(before: ["locked": .array(locked.map { .string($0.rawValue) })])
    }
  }

  @discardableResult
  private func setState(
    _ state: Operator.State, of username: String, _ event: String, _ reason: String?,
    in tenant: TenantCode?, when fits: (Operator.State) -> Bool
  ) throws -> Operator.State {
    try perform(event, on: username, need: "operators.suspend", reason: reason, in: tenant) {
      subject in
      let old = subject.facts.state
      guard fits(old) else {
        throw IAMError.conflict(.state(.operator, subject.username.text, is: old.rawValue))
      }
      let hasPassword = try reading.credential(.login, of: subject.id) != nil
      let new: Operator.State = state == .active && !hasPassword ? .pending : state
      try execute(
        "UPDATE operator SET state = ?, state_reason = ? WHERE id = ?", new.rawValue, reason,
        subject.id)
      if new == .suspended { try endSessions(of: subject.id, reason: .suspended) }
      return Recorded(
        new, before: ["state": .string(old.rawValue)], after: ["state": .string(new.rawValue)])
    }
  }

  /// One operation on an operator, who is looked up once the menu has been decided.
  ///
  /// - Throws: `notFound`, also for a text that cannot be a username.
  func perform<Answer>(
    _ event: String, on username: String, need menu: String, reason: String? = nil,
    in tenant: TenantCode?, _ body: (OperatorRow) throws -> Recorded<Answer>
  ) throws -> Answer {
    let tenant = try place(tenant)
    let name = try Username(existing: username)
    let intent = Intent(
      event, in: tenant, on: name.text, need: .menu(menu, over: .operator(name)), reason: reason)
    return try perform(intent) {
      guard let subject = try reading.operatorRow(reading.operatorID(name, in: tenant)) else {
        throw IAMError.notFound(.operator, username)
      }
      return try body(subject)
    }
  }

  func requireState(_ person: OperatorRow, isNot state: Operator.State) throws {
    guard person.facts.state != state else {
      throw IAMError.conflict(.state(.operator, person.username.text, is: state.rawValue))
    }
  }
}
