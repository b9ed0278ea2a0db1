public import Policy

extension Change {
  /// Changes one setting of the password policy: the exchange's for staff who name no tenant, else
  /// a tenant's, which may only be stricter.
  ///
  /// - Parameters:
  ///   - key: of ``PasswordSetting``.
  ///   - value: a profile's name or a number; `nil` takes the setting back.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `invalid` for a key, a value, or rules that nothing satisfies; `denied`, `notFound`.
  public func setPasswordPolicy(
    _ key: String, to value: String?, in tenant: TenantCode? = nil
  ) throws {
    let place = try self.place(tenant)
    guard let setting = PasswordSetting(key: key) else {
      throw IAMError.invalid(
        path: key, reason: Wording(zh: "不是已知的口令规则", en: "is not a rule of the password policy"))
    }
    let isExchange = try reading.code(ofTenant: place) == TenantCode.exchange.text
    let intent = Intent(
      "policy.set", in: place, on: key,
      need: .menu(
        isExchange ? "exchange.policy.write" : "policy.write",
        over: isExchange ? .tenant : .wholeTenant))
    try perform(intent) {
      let old = try reading.passwordSetting(setting, of: place)
      try store(value, as: setting, of: place)
      try checkPasswordPolicy(setting, of: isExchange ? nil : place)
      return Recorded(
        before: ["value": old.map { .string($0) } ?? .null],
        after: ["value": value.map { .string($0) } ?? .null])
    }
  }

  private func store(_ value: String?, as setting: PasswordSetting, of tenant: Int64) throws {
    guard let value else {
      try execute(
        "DELETE FROM password_rule WHERE tenant_id = ? AND rule = ?", tenant, setting.key)
      return
    }
    try execute(
      """
      INSERT INTO password_rule VALUES (?1, ?2, ?3)
      ON CONFLICT (tenant_id, rule) DO UPDATE SET value = ?3
      """, tenant, setting.key, value)
  }

  /// Reading the layers back is what checks the value; then they must fit together.
  private func checkPasswordPolicy(_ setting: PasswordSetting, of tenant: Int64?) throws {
    do {
      let exchange = try reading.passwordLayer(of: nil) ?? .standard
      let layer = try tenant.flatMap { try reading.passwordLayer(of: $0) }
      try PasswordPolicy.check(exchange: exchange, tenant: layer)
    } catch let error as PasswordPolicyError {
      throw IAMError.invalid(path: setting.key, reason: error.wording)
    }
  }

  /// Adds passwords to the exchange's list of refused ones.
  ///
  /// - Parameter passwords: one each; in capitals or not is the same. Empty ones are left out.
  /// - Returns: how many were not on the list yet.
  /// - Throws: `denied`; `invalid` naming the first that cannot be a password by its number.
  /// - Source: NIST SP 800-63B-4, 3.1.1.2.
  public func importBlockedPasswords(_ passwords: [String]) throws -> Int {
    let actor = try requireActing()
    guard actor.isStaff else {
      throw IAMError.denied(
        .outsideEntitlement, menu: MenuCode(unchecked: "exchange.policy.write"))
    }
    let intent = Intent(
      "policy.blocklist-import", in: actor.tenant, on: "blocklist",
      need: .menu("exchange.policy.write", over: .tenant))
    return try perform(intent) {
      var added = 0
      for (index, text) in passwords.enumerated() where !text.isEmpty {
        let digest: Digest
        do throws(CredentialError) {
          digest = BlockedPassword.digest(try Secret(password: text))
        } catch {
          throw IAMError.invalid(path: "blocklist[\(index)]", reason: error.wording)
        }
        added += try execute(
          "INSERT INTO blocked_password VALUES (?) ON CONFLICT DO NOTHING", digest.bytes)
      }
      return Recorded(added, after: ["added": .number(Int64(added))])
    }
  }
}

extension ReadTransaction {
  /// The value that a tenant has given a setting.
  func passwordSetting(_ setting: PasswordSetting, of tenant: Int64) throws -> String? {
    try first(
      "SELECT value FROM password_rule WHERE tenant_id = ? AND rule = ?", tenant, setting.key
    ) { try $0.text(0) }
  }
}
