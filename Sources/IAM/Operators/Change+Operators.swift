public import Policy

extension Change {
  /// Makes an operator (操作员), with a one-time password that opens its first-login steps.
  ///
  /// Both steps are open; for the exchange's own operators only that of the login password.
  ///
  /// - Parameters:
  ///   - draft: what it is made with.
  ///   - password: drawn before the transaction.
  ///   - tenant: the tenant; `nil` for the caller's own.
  /// - Returns: when the one-time password expires.
  /// - Throws: `conflict(.exists)` for a username that was ever given out; `keyUnavailable` when
  ///   personal data is given and cannot be sealed; `invalid`, `notFound`, `denied`.
  /// - Source: B1, C5, C8.
  public func createOperator(
    _ draft: OperatorDraft, password: IssuedPassword, in tenant: TenantCode? = nil
  ) throws -> Instant {
    let tenant = try place(tenant)
    let intent = Intent(
      "operator.create", in: tenant, on: draft.username.text,
      need: .menu("operators.create", over: .group(draft.group)))
    return try perform(intent) {
      try draft.validity.requireSense(at: now)
      let home = try groupMeant(draft.group, in: tenant)
      let actor = try requireActing()
      let id = try insertOperator(
        NewOperator(
          username: draft.username, name: draft.name.text, tenant: tenant, home: home,
          validity: draft.validity, createdBy: actor.id))
      try seal(mobile: draft.mobile, email: draft.email, of: id, in: tenant)
      let expiresAt = now + IssuedPassword.lifetime
      try setOneTimePassword(of: id, hash: password.hash, expiresAt: expiresAt)
      try openStep(.loginPassword, for: id)
      if !(actor.isStaff && actor.tenant == tenant) { try openStep(.paymentPassword, for: id) }
      let group = try reading.groupRow(home)?.name.text ?? ""
      return Recorded(
        expiresAt,
        after: [
          "name": .string(draft.name.text), "group": .string(group),
          "validity": draft.validity.json ?? .null,
        ])
    }
  }

  /// Changes what is known of the person behind an operator; what is `nil` stays as it is.
  ///
  /// - Throws: `keyUnavailable`, `notFound`, `denied`, `refused`; `state` for one who has left.
  /// - Source: B1.
  public func updateOperator(
    _ username: Username, name: PersonName? = nil, mobile: Mobile? = nil,
    email: EmailAddress? = nil, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      "operator.update", in: tenant, on: username.text,
      need: .menu("operators.update", over: .operator(username)))
    try perform(intent) {
      let id = try reading.operatorID(username, in: tenant)
      if let person = try reading.operatorRow(id) { try requireState(person, isNot: .offboarded) }
      if let name { try execute("UPDATE operator SET name = ? WHERE id = ?", name.text, id) }
      try seal(mobile: mobile, email: email, of: id, in: tenant)
      let changed = [
        name.map { _ in "name" }, mobile.map { _ in "mobile" }, email.map { _ in "email" },
      ]
      return Recorded(after: ["changed": .array(changed.compactMap { $0 }.map { .string($0) })])
    }
  }

  /// Seals personal data of an operator. Part of an operation.
  private func seal(mobile: Mobile?, email: EmailAddress?, of id: Int64, in tenant: Int64) throws {
    guard mobile != nil || email != nil else { return }
    guard let vault = services.vault else { throw IAMError.keyUnavailable }
    let code = try reading.code(ofTenant: tenant)
    if let mobile {
      try execute(
        "UPDATE operator SET mobile_sealed = ? WHERE id = ?",
        try vault.seal(mobile.text, .mobile(ofOperator: id, in: code)), id)
    }
    if let email {
      try execute(
        "UPDATE operator SET email_sealed = ? WHERE id = ?",
        try vault.seal(email.text, .email(ofOperator: id, in: code)), id)
    }
  }
}

extension EnvelopePlace {
  /// Where an operator's mobile number is sealed.
  static func mobile(ofOperator id: Int64, in tenant: String) -> EnvelopePlace {
    EnvelopePlace(tenant: tenant, table: "operator", column: "mobile_sealed", row: String(id))
  }

  /// Where an operator's e-mail address is sealed.
  static func email(ofOperator id: Int64, in tenant: String) -> EnvelopePlace {
    EnvelopePlace(tenant: tenant, table: "operator", column: "email_sealed", row: String(id))
  }
}
