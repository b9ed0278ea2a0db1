internal import Policy

extension ReadTransaction {
  /// What bears on a change of an operator's passwords.
  func surroundings(
    of operatorID: Int64, for revision: PasswordRevision, at now: Instant, vault: Vault?
  ) throws -> PasswordSurroundings {
    var hashes: [Factor: String] = [:]
    var history: [Factor: [String]] = [:]
    var blocked: Set<Factor> = []
    var isBarred = false
    for factor in Factor.allCases {
      let credential = try credential(factor, of: operatorID)
      hashes[factor] = credential?.hash
      history[factor] = try passwordHistory(factor, of: operatorID)
      if let password = revision.password(factor), try isBlocked(password) {
        blocked.insert(factor)
      }
      if revision.proof?.factor == factor {
        isBarred = credential?.bar(at: now) != nil
      }
    }
    return PasswordSurroundings(
      operatorID: operatorID, policy: try passwordPolicy(for: operatorID),
      context: try passwordContext(of: operatorID, vault: vault), hashes: hashes,
      history: history, blocked: blocked, isBarred: isBarred)
  }

  /// Earlier hashes, newest first.
  private func passwordHistory(_ factor: Factor, of operatorID: Int64) throws -> [String] {
    try all(
      """
      SELECT hash FROM credential_history WHERE operator_id = ? AND factor = ?
      ORDER BY number DESC
      """, operatorID, factor.rawValue
    ) { try $0.text(0) }
  }

  /// Whether a password is on the exchange's list of refused ones, in capitals or not.
  private func isBlocked(_ password: Secret) throws -> Bool {
    try exists(
      "SELECT 1 FROM blocked_password WHERE digest = ?", BlockedPassword.digest(password).bytes)
  }

  /// What a guesser may know about an operator. Personal data that cannot be opened is left out.
  ///
  /// - Source: NIST SP 800-63B-4, 3.1.1.2: context-specific words.
  func passwordContext(of operatorID: Int64, vault: Vault?) throws -> PasswordContext {
    let found = try first(
      """
      SELECT o.username, o.name, t.name, r.legal_representative, r.administrator_name,
        r.credit_code, r.licence_no, r.organisation_code, r.tax_no
      FROM operator o JOIN tenant t ON t.id = o.tenant_id
      LEFT JOIN registration r ON r.tenant_id = t.id AND o.is_master = 1 WHERE o.id = ?
      """, operatorID
    ) { row in
      PasswordContext(
        username: try row.text(0),
        names: try [1, 3, 4].compactMap { try row.textOrNil($0) },
        numbers: try (5...8).compactMap { try row.textOrNil($0) },
        companies: [try row.text(2)])
    }
    var context = found ?? PasswordContext()
    if let vault { try addPersonalData(of: operatorID, to: &context, vault) }
    return context
  }

  /// The mobile number and address of the person, and for a master those that were registered.
  private func addPersonalData(
    of operatorID: Int64, to context: inout PasswordContext, _ vault: Vault
  ) throws {
    let sealed = try first(
      """
      SELECT t.id, t.code, o.mobile_sealed, o.email_sealed, r.mobile_sealed, r.email_sealed
      FROM operator o JOIN tenant t ON t.id = o.tenant_id
      LEFT JOIN registration r ON r.tenant_id = t.id AND o.is_master = 1 WHERE o.id = ?
      """, operatorID
    ) { row in
      (
        tenant: try row.int(0), code: try row.code(1, TenantCode.init),
        columns: try (2...5).map { try row.blobOrNil($0) }
      )
    }
    guard let sealed else { return }
    let own = { (column: String) in
      EnvelopePlace(
        tenant: sealed.code.text, table: "operator", column: column, row: String(operatorID))
    }
    let registered = { (column: String) in
      EnvelopePlace(registration: column, of: sealed.tenant, sealed.code)
    }
    let places = [
      own("mobile_sealed"), own("email_sealed"),
      registered("mobile_sealed"), registered("email_sealed"),
    ]
    let opened = zip(sealed.columns, places).map { bytes, place in
      bytes.flatMap { try? vault.open($0, place) }
    }
    context.numbers += [opened[0], opened[2]].compactMap(\.self)
    context.names += [opened[1], opened[3]].compactMap(\.self).flatMap { address in
      [address] + address.split(separator: "@").prefix(1).map(String.init)
    }
  }
}
