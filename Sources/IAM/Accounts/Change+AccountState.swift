internal import Policy

extension Change {
  /// Freezes a trading account: only what reads still works on it. What the member froze, the
  /// exchange may freeze as well; then only the exchange unfreezes it.
  ///
  /// - Parameters:
  ///   - code: the account's code.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `conflict(.state)` when there is nothing to freeze; `notFound`, also for one that the
  ///   caller's grants do not reach; `denied`.
  @discardableResult
  public func freezeAccount(_ code: String, of tenant: String? = nil) throws -> TradingAccount {
    try change(code, of: tenant, "account.freeze") { account, byExchange in
      let isFrozen = account.state == .frozen && (account.isFrozenByExchange || !byExchange)
      guard account.state != .closed, !isFrozen else { throw conflict(account) }
      account.state = .frozen
      account.isFrozenByExchange = byExchange
    }
  }

  /// Unfreezes a trading account. What the exchange froze, only the exchange unfreezes.
  ///
  /// - Throws: `conflict(.state)` unless it is frozen; `denied(.accountFrozen)` for the member when
  ///   the exchange froze it; `notFound`, `denied`.
  @discardableResult
  public func unfreezeAccount(_ code: String, of tenant: String? = nil) throws -> TradingAccount {
    try change(code, of: tenant, "account.unfreeze") { account, byExchange in
      guard account.state == .frozen else { throw conflict(account) }
      try refuseEvading(account, byExchange: byExchange)
      account.state = .open
      account.isFrozenByExchange = false
    }
  }

  /// Closes a trading account for good.
  ///
  /// Grants that name it stay as the record of who held it: a decision denies everything on a
  /// closed account, and its code is never given again, so they are without effect.
  ///
  /// - Throws: `conflict(.state)` when it is closed; `denied(.accountFrozen)` for the member while
  ///   the exchange has it frozen; `notFound`, `denied`.
  @discardableResult
  public func closeAccount(_ code: String, of tenant: String? = nil) throws -> TradingAccount {
    try change(code, of: tenant, "account.close") { account, byExchange in
      guard account.state != .closed else { throw conflict(account) }
      try refuseEvading(account, byExchange: byExchange)
      account.state = .closed
      account.isFrozenByExchange = false
    }
  }

  private func change(
    _ code: String, of tenant: String?, _ event: String,
    _ body: (inout TradingAccount, _ byExchange: Bool) throws -> Void
  ) throws -> TradingAccount {
    try performInside(
      event, tenant: tenant, on: AccountCode(code)?.text ?? "", need: "accounts.manage"
    ) { tenant in
      let actor = try requireActing()
      let row = try reading.account(code, of: tenant.id)
      try reading.requireManaged(row.account, by: actor, in: tenant.id, at: now)
      var account = row.account
      try body(&account, actor.tenant != tenant.id)
      try execute(
        "UPDATE account SET state = ?, frozen_by_exchange = ? WHERE id = ?",
        account.state.rawValue, account.isFrozenByExchange, row.id)
      return Recorded(account, before: row.account.json, after: account.json)
    }
  }

  /// What the exchange froze stays as it is until the exchange decides.
  private func refuseEvading(_ account: TradingAccount, byExchange: Bool) throws {
    guard byExchange || !account.isFrozenByExchange else {
      throw IAMError.denied(.accountFrozen, menu: MenuCode(unchecked: "accounts.manage"))
    }
  }

  private func conflict(_ account: TradingAccount) -> IAMError {
    .conflict(.state(.account, account.code.text, is: account.state.rawValue))
  }
}

extension TradingAccount {
  fileprivate var json: JSONValue {
    ["state": .string(state.rawValue), "by_exchange": .bool(isFrozenByExchange)]
  }
}
