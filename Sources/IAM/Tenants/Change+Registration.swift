public import Policy

/// What a registration made.
public struct RegisteredMember: Sendable, Equatable {
  /// The new member's code.
  public var tenant: TenantCode
  /// The master's username.
  public var username: Username
  /// The new member's state.
  public var state: Tenant.State
}

extension Change {
  /// Registers a member: a tenant, its root group, and its master, who chose this password. Nobody
  /// needs to be logged in.
  ///
  /// - Parameters:
  ///   - registration: what it tells of itself.
  ///   - password: hashed before the transaction.
  /// - Throws: `invalid` for the username, `weakPassword`; `conflict` for a username, credit code or
  ///   organisation code that is taken; `keyUnavailable`.
  /// - Source: A1, A2, A6.
  @discardableResult
  public func registerMember(
    _ registration: MemberRegistration, password: ChosenPassword
  ) throws -> RegisteredMember {
    let username = try registration.checkedUsername()
    let policy = PasswordPolicy(
      exchange: try reading.passwordLayer(of: nil) ?? .standard,
      for: PasswordHolder(isAdministrator: true))
    try policy.require(password.secret, context: registration.passwordContext)
    let intent = Intent(
      "member.register", in: try reading.upcomingTenantID(), on: username.text, need: .nothing)
    return try perform(intent) {
      try requireFree(registration.identity)
      let code = try nextTenantCode(.member)
      let name = registration.name.text
      let id = try insertTenant(
        NewTenant(code: code, kind: .member, name: name, state: .registered))
      let master = try insertMaster(
        username, name: registration.administrator.name.text, of: id)
      try insert(registration, of: id, code)
      try insertContacts(registration.administrator, ofMaster: master, code)
      try setCredential(.login, of: master, hash: password.hash)
      return Recorded(
        RegisteredMember(tenant: code, username: username, state: .registered),
        after: [
          "tenant": .string(code.text), "name": .string(name),
          "state": .string(Tenant.State.registered.rawValue),
        ])
    }
  }

  /// Refuses codes that stand for an enterprise which is registered already. An organisation code
  /// is also the ninth to seventeenth character of its owner's credit code.
  ///
  /// - Source: A5; GB 32100-2015.
  private func requireFree(_ identity: EnterpriseIdentity) throws {
    let (creditCode, organisationCode): (String?, String) =
      switch identity {
      case .creditCode(let code): (code.text, String(code.text.dropFirst(8).prefix(9)))
      case .certificates(_, let code, _): (nil, code.text)
      }
    let isTaken = try reading.exists(
      """
      SELECT 1 FROM registration
      WHERE credit_code = ?1 OR organisation_code = ?2 OR substr(credit_code, 9, 9) = ?2
      """, creditCode, organisationCode)
    guard !isTaken else {
      throw IAMError.conflict(.identityTaken(creditCode ?? organisationCode))
    }
  }

  private func insert(
    _ registration: MemberRegistration, of tenant: Int64, _ code: TenantCode
  ) throws {
    let administrator = registration.administrator
    let services = services
    let seal = { (text: String, column: String) throws -> [UInt8] in
      try services.seal(text, EnvelopePlace(registration: column, of: tenant, code))
    }
    let codes = registration.identity.codes
    try execute(
      "INSERT INTO registration VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tenant,
      registration.legalRepresentative.text, administrator.name.text,
      try seal(administrator.mobile.text, "mobile_sealed"),
      try seal(administrator.email.text, "email_sealed"),
      try seal(registration.deliveryAddress.text, "address_sealed"), codes.credit, codes.licence,
      codes.organisation, codes.tax)
  }
}

extension Change {
  /// The master is the business administrator, so its own row has the contacts too.
  private func insertContacts(
    _ person: BusinessAdministrator, ofMaster id: Int64, _ tenant: TenantCode
  ) throws {
    let services = services
    let seal = { (text: String, column: String) throws -> [UInt8] in
      try services.seal(
        text,
        EnvelopePlace(tenant: tenant.text, table: "operator", column: column, row: String(id)))
    }
    try execute(
      "UPDATE operator SET mobile_sealed = ?, email_sealed = ? WHERE id = ?",
      try seal(person.mobile.text, "mobile_sealed"), try seal(person.email.text, "email_sealed"),
      id)
  }
}

extension MemberRegistration {
  /// The username in the form of A2.
  fileprivate func checkedUsername() throws(IAMError) -> Username {
    guard let name = Username(username) else {
      throw .invalid(
        path: "username",
        reason: Wording(
          zh: "须为 8–20 位字母和数字，可含 - 和 _，不能全为数字或全为字母",
          en: "must be 8 to 20 letters and digits, - and _ allowed, never only digits nor only "
            + "letters"))
    }
    return name
  }

  /// What somebody who guesses the master's password may know.
  fileprivate var passwordContext: PasswordContext {
    let codes = identity.codes
    let localPart = administrator.email.text.prefix { $0 != "@" }
    return PasswordContext(
      username: username,
      names: [
        legalRepresentative.text, administrator.name.text, administrator.email.text,
        String(localPart),
      ],
      numbers: [administrator.mobile.text]
        + [codes.credit, codes.licence, codes.organisation, codes.tax].compactMap(\.self),
      companies: [name.text])
  }
}

extension EnterpriseIdentity {
  /// The codes as columns.
  fileprivate var codes: (credit: String?, licence: String?, organisation: String?, tax: String?) {
    switch self {
    case .creditCode(let code): (code.text, nil, nil, nil)
    case .certificates(let licence, let organisation, let tax):
      (nil, licence.text, organisation.text, tax.text)
    }
  }
}

extension EnvelopePlace {
  /// A sealed column of a member's registration.
  init(registration column: String, of tenant: Int64, _ code: TenantCode) {
    self.init(tenant: code.text, table: "registration", column: column, row: String(tenant))
  }

  /// The sealed number of a member's bank account.
  init(bankAccountOf tenant: Int64, _ code: TenantCode) {
    self.init(
      tenant: code.text, table: "bank_binding", column: "account_no_sealed", row: String(tenant))
  }
}

extension ReadTransaction {
  /// The id that the next tenant will have.
  fileprivate func upcomingTenantID() throws -> Int64 {
    (try first("SELECT value FROM counter WHERE name = 'tenant'") { try $0.int(0) } ?? 0) + 1
  }
}
