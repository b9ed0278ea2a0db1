public import Policy

extension Inquiry {
  /// Whether an operator may do something.
  ///
  /// About oneself no permission is needed, and what one's own session has proved counts; about
  /// others it takes `operators.read` over them. An operator of another tenant is unknown, unless
  /// staff ask.
  ///
  /// - Parameters:
  ///   - check: the question, in words; its instant is that of the inquiry unless it names another.
  ///   - tenant: the tenant in which staff ask; `nil` for wherever the operator is.
  /// - Throws: `denied` for a caller without `operators.read`, `notFound` for an unknown tenant.
  public func check(_ check: Check, in tenant: TenantCode? = nil) throws -> Decision {
    try asking(about: check.operator, in: tenant) {
      try reading.answer(check, in: tenant, askedBy: $0, at: now)
    }
  }

  /// The same decision with every step, every grant considered, and the smallest grant that would
  /// allow it.
  public func explain(_ check: Check, in tenant: TenantCode? = nil) throws -> Explanation {
    try asking(about: check.operator, in: tenant) {
      try reading.explain(check, in: tenant, askedBy: $0, at: now)
    }
  }

  /// What an operator can do; states are not looked at: this is what it holds.
  ///
  /// - Throws: as ``check(_:in:)``; `notFound` for an operator who is not the caller's to see.
  public func can(_ username: String, in tenant: TenantCode? = nil) throws -> [Ability] {
    try asking(about: username, in: tenant) {
      try reading.abilities(of: username, in: tenant, askedBy: $0, at: now)
    }
  }

  /// Who can do something, whatever a session would still have to prove; of those whom the caller
  /// may see, in the order of the usernames.
  ///
  /// - Throws: `denied` for a caller without `operators.read`; `notFound` for an action, product,
  ///   account or tenant that is not there.
  public func whoCan(_ question: WhoCan, in tenant: TenantCode? = nil) throws -> [Candidate] {
    try asking(about: nil, in: tenant) {
      try reading.candidates(question, in: tenant, askedBy: $0, at: now)
    }
  }

  /// Asks as the caller; a denial is about the operator asked about, or about the tenant.
  private func asking<Answer>(
    about name: String?, in tenant: TenantCode?, _ body: (ActingOperator) throws -> Answer
  ) throws -> Answer {
    let actor = try requireActing()
    return try reading.asking(about: name, in: tenant, by: actor, progress) { try body(actor) }
  }
}

extension Change {
  /// As ``Inquiry/check(_:in:)``, about the tenant as this change would leave it.
  public func check(_ check: Check, in tenant: TenantCode? = nil) throws -> Decision {
    try asking(about: check.operator, in: tenant) {
      try reading.answer(check, in: tenant, askedBy: $0, at: now)
    }
  }

  /// As ``Inquiry/can(_:in:)``, about the tenant as this change would leave it.
  public func can(_ username: String, in tenant: TenantCode? = nil) throws -> [Ability] {
    try asking(about: username, in: tenant) {
      try reading.abilities(of: username, in: tenant, askedBy: $0, at: now)
    }
  }

  /// As ``Inquiry/whoCan(_:in:)``, about the tenant as this change would leave it.
  public func whoCan(_ question: WhoCan, in tenant: TenantCode? = nil) throws -> [Candidate] {
    try asking(about: nil, in: tenant) {
      try reading.candidates(question, in: tenant, askedBy: $0, at: now)
    }
  }

  /// Asks as the caller; a denial is about the operator asked about, or about the tenant.
  private func asking<Answer>(
    about name: String?, in tenant: TenantCode?, _ body: (ActingOperator) throws -> Answer
  ) throws -> Answer {
    let actor = try requireActing()
    return try reading.asking(about: name, in: tenant, by: actor, progress) { try body(actor) }
  }
}

extension ReadTransaction {
  /// Asks a question about an operator, or about a whole tenant, and notes what a denial is about.
  fileprivate func asking<Answer>(
    about name: String?, in tenant: TenantCode?, by actor: ActingOperator,
    _ progress: ChangeProgress, _ body: () throws -> Answer
  ) throws -> Answer {
    do {
      return try body()
    } catch let error as IAMError where error.isDenial {
      let found = try name.flatMap { Username($0) }.flatMap { try findOperator($0) }
      let place = try place(of: found, in: tenant, for: actor)
      // Only a name that is there is kept: what somebody typed may be anything.
      let object = found?.tenant == place ? name.flatMap { Username($0) }?.text : nil
      let menu = "operators.read"
      progress.intent = Intent(
        menu, in: place, on: object ?? "", need: .menu(menu, over: .tenant))
      throw error
    }
  }
}
