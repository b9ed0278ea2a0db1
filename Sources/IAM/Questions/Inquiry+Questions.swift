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
    try reading.answer(check, in: tenant, askedBy: requireActing(), at: now)
  }

  /// The same decision with every step, every grant considered, and the smallest grant that would
  /// allow it.
  public func explain(_ check: Check, in tenant: TenantCode? = nil) throws -> Explanation {
    try reading.explain(check, in: tenant, askedBy: requireActing(), at: now)
  }

  /// What an operator can do; states are not looked at: this is what it holds.
  ///
  /// - Throws: as ``check(_:in:)``; `notFound` for an operator who is not the caller's to see.
  public func can(_ username: String, in tenant: TenantCode? = nil) throws -> [Ability] {
    try reading.abilities(of: username, in: tenant, askedBy: requireActing(), at: now)
  }

  /// Who can do something, whatever a session would still have to prove; of those whom the caller
  /// may see, in the order of the usernames.
  ///
  /// - Throws: `denied` for a caller without `operators.read`; `notFound` for an action, product,
  ///   account or tenant that is not there.
  public func whoCan(_ question: WhoCan, in tenant: TenantCode? = nil) throws -> [Candidate] {
    try reading.candidates(question, in: tenant, askedBy: requireActing(), at: now)
  }
}

extension Change {
  /// As ``Inquiry/check(_:in:)``, about the tenant as this change would leave it.
  public func check(_ check: Check, in tenant: TenantCode? = nil) throws -> Decision {
    try reading.answer(check, in: tenant, askedBy: requireActing(), at: now)
  }

  /// As ``Inquiry/can(_:in:)``, about the tenant as this change would leave it.
  public func can(_ username: String, in tenant: TenantCode? = nil) throws -> [Ability] {
    try reading.abilities(of: username, in: tenant, askedBy: requireActing(), at: now)
  }

  /// As ``Inquiry/whoCan(_:in:)``, about the tenant as this change would leave it.
  public func whoCan(_ question: WhoCan, in tenant: TenantCode? = nil) throws -> [Candidate] {
    try reading.candidates(question, in: tenant, askedBy: requireActing(), at: now)
  }
}
