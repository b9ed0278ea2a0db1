public import Policy

/// What creating an institution made. The password is shown once and kept nowhere.
public struct NewInstitution: Sendable {
  /// The institution's code.
  public var tenant: TenantCode
  /// Its administrator.
  public var username: Username
  /// The administrator's one-time password.
  public var oneTimePassword: String
  /// When the password stops opening the first-login steps.
  public var expiresAt: Instant
}

extension Change {
  /// Creates an institution filed under an approved member, with its administrator.
  ///
  /// The institution is approved from the start. Its administrator has both first-login steps open.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - organisationCode: its organisation code.
  ///   - member: the code of the member.
  ///   - password: drawn before the transaction.
  /// - Throws: `invalid` for name and organisation code; `notFound` for the member,
  ///   `conflict(.tenant)` while it is not approved; `conflict(.identityTaken)` for an organisation
  ///   code filed under it already.
  /// - Source: C2, C3, D2.
  public func createInstitution(
    name: String, organisationCode: String, under member: String, password: IssuedPassword
  ) throws -> NewInstitution {
    try performAsStaff(
      "institution.create", on: member, need: "exchange.institutions.create"
    ) { member in
      guard member.kind == .member else {
        throw IAMError.notFound(.tenant, member.code.text)
      }
      try member.require(.approved)
      let (name, code) = try IAMError.naming { () throws(InvalidField) in
        (try EnterpriseName(name), try OrganisationCode(organisationCode))
      }
      try requireUnfiled(code, under: member.id)
      let tenant = try nextTenantCode(.institution)
      let id = try insertTenant(
        NewTenant(
          code: tenant, kind: .institution, name: name.text, state: .approved, approvedAt: now,
          filedUnder: member.id, organisationCode: code.text))
      let username = try freeUsername(of: tenant)
      let expiresAt = try insertAdministrator(username, name: name.text, of: id, password)
      return Recorded(
        NewInstitution(
          tenant: tenant, username: username, oneTimePassword: password.text,
          expiresAt: expiresAt),
        after: [
          "tenant": .string(tenant.text), "username": .string(username.text),
          "organisation_code": .string(code.text),
        ])
    }
  }

  private func requireUnfiled(_ code: OrganisationCode, under member: Int64) throws {
    let isFiled = try reading.exists(
      """
      SELECT 1 FROM tenant WHERE filed_under = ? AND organisation_code = ? AND state <> 'closed'
      """, member, code.text)
    guard !isFiled else { throw IAMError.conflict(.identityTaken(code.text)) }
  }

  /// `i000001-admin`, with a number behind it where somebody has taken that name before.
  private func freeUsername(of tenant: TenantCode) throws -> Username {
    let stem = tenant.text.lowercased() + "-admin"
    for suffix in [""] + (2...99).map(String.init) {
      guard let name = Username(stem + suffix) else { break }
      let isTaken = try reading.exists("SELECT 1 FROM operator WHERE folded = ?", name.folded)
      if !isTaken { return name }
    }
    throw IAMError.conflict(.exists(.operator, stem))
  }

  /// - Returns: when the one-time password expires.
  private func insertAdministrator(
    _ username: Username, name: String, of tenant: Int64, _ password: IssuedPassword
  ) throws -> Instant {
    let id = try insertMaster(username, name: name, of: tenant)
    let expiresAt = now + IssuedPassword.lifetime
    try setOneTimePassword(of: id, hash: password.hash, expiresAt: expiresAt)
    for step in FirstLoginStep.allCases { try openStep(step, for: id) }
    return expiresAt
  }
}
