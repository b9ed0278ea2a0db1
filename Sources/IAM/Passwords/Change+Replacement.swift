internal import Policy

extension Change {
  /// Sets a credential in the place of an earlier one, which goes into the history unless it was a
  /// one-time password. Part of an operation.
  func replaceCredential(_ factor: Factor, of operatorID: Int64, hash: String) throws {
    try remember(factor, of: operatorID)
    try setCredential(factor, of: operatorID, hash: hash)
  }

  /// Puts the credential in force into the history; as many are kept as a policy may count. Part
  /// of an operation.
  func remember(_ factor: Factor, of operatorID: Int64) throws {
    guard let old = try reading.credential(factor, of: operatorID), !old.isOneTime else { return }
    let number =
      try reading.first(
        """
        SELECT coalesce(max(number), 0) + 1 FROM credential_history
        WHERE operator_id = ? AND factor = ?
        """, operatorID, factor.rawValue
      ) { try $0.int(0) } ?? 1
    try execute(
      "INSERT INTO credential_history VALUES (?, ?, ?, ?)", operatorID, factor.rawValue, number,
      old.hash)
    try execute(
      "DELETE FROM credential_history WHERE operator_id = ? AND factor = ? AND number <= ?",
      operatorID, factor.rawValue, number - Int64(PasswordRule.history.bounds.upperBound))
  }

  /// Keeps the mobile number that fund messages go to, sealed. Part of an operation.
  ///
  /// - Throws: `keyUnavailable`.
  /// - Source: A13.
  func setFundMobile(_ mobile: Mobile, of actor: ActingOperator) throws {
    guard let vault = services.vault else { throw IAMError.keyUnavailable }
    let place = EnvelopePlace(
      tenant: actor.tenantCode.text, table: "login_record", column: "fund_mobile_sealed",
      row: String(actor.id))
    try execute(
      """
      INSERT INTO login_record (operator_id, fund_mobile_sealed) VALUES (?1, ?2)
      ON CONFLICT (operator_id) DO UPDATE SET fund_mobile_sealed = ?2
      """, actor.id, try vault.seal(mobile.text, place))
  }
}
