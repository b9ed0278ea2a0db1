internal import Policy

extension Change {
  /// Opens a trading account with its settlement account in a market, for the caller's tenant.
  ///
  /// With the first one, a master without a payment password gets the step to set it.
  ///
  /// - Parameter market: the market's code.
  /// - Throws: `denied` while the tenant is not approved; `notFound` for the market.
  /// - Source: A11, A13.
  @discardableResult
  public func openAccount(market: String) throws -> TradingAccount {
    try performInside("account.open", tenant: nil, on: market, need: "accounts.open") { tenant in
      guard try reading.exists("SELECT 1 FROM market WHERE code = ?", market) else {
        throw IAMError.notFound(.market, market)
      }
      let account = try newAccount(in: market, of: tenant)
      try execute(
        """
        INSERT INTO account (id, tenant_id, code, settlement_code, market, state, opened_at)
        VALUES (?, ?, ?, ?, ?, 'open', ?)
        """, try nextID("account"), tenant.id, account.code.text, account.settlementCode.text,
        market, now.milliseconds)
      try openPaymentStep(of: tenant.id)
      return Recorded(
        account,
        after: [
          "account": .string(account.code.text),
          "settlement_account": .string(account.settlementCode.text),
        ])
    }
  }

  /// The next account of a tenant in a market: `T000001-GAS-01`. Institutions are numbered like
  /// members, so their letter stays: `TI000001-GAS-01`.
  private func newAccount(in market: String, of tenant: TenantRow) throws -> TradingAccount {
    let number =
      try reading.all(
        "SELECT 1 FROM account WHERE tenant_id = ? AND market = ?", tenant.id, market
      ) { _ in }.count + 1
    let digits =
      tenant.kind == .member ? String(tenant.code.text.dropFirst()) : tenant.code.text
    let tail = "\(digits)-\(market.uppercased())-\(number < 10 ? "0" : "")\(number)"
    guard let code = AccountCode("T" + tail), let settlement = AccountCode("S" + tail) else {
      throw DatabaseError(.integrity, "a market's code is too long for account codes")
    }
    return TradingAccount(
      code: code, settlementCode: settlement, market: market, state: .open,
      isFrozenByExchange: false, openedAt: now)
  }

  private func openPaymentStep(of tenant: Int64) throws {
    let masters = try reading.all(
      """
      SELECT id FROM operator o WHERE tenant_id = ? AND is_master = 1 AND NOT EXISTS (
        SELECT 1 FROM credential c WHERE c.operator_id = o.id AND c.factor = 'payment')
      """, tenant
    ) { try $0.int(0) }
    for master in masters { try openStep(.paymentPassword, for: master) }
  }
}
