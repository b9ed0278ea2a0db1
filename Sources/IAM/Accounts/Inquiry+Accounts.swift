internal import Policy

extension Inquiry {
  /// The trading accounts of a tenant that the caller's grants reach, closed ones too, in the order
  /// of their codes.
  ///
  /// - Parameter tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `denied`, `notFound`, `notLoggedIn`.
  public func accounts(of tenant: String? = nil) throws -> [TradingAccount] {
    let (place, reached) = try requireAccounts(of: tenant)
    return try reading.accounts(of: place).filter { reached.contains($0.code) }
  }

  /// One trading account of a tenant.
  ///
  /// - Throws: as ``accounts(of:)``; `notFound` also for one that the caller's grants do not reach.
  public func account(_ code: String, of tenant: String? = nil) throws -> TradingAccount {
    let (place, reached) = try requireAccounts(of: tenant)
    let account = try reading.account(code, of: place).account
    guard reached.contains(account.code) else { throw IAMError.notFound(.account, code) }
    return account
  }

  private func requireAccounts(
    of tenant: String?
  ) throws -> (tenant: Int64, reached: AccountSet) {
    let actor = try requireActing()
    let row = try reading.tenantRow(named: tenant, for: actor)
    let place = try require("accounts.view", in: row.code).tenant
    return (place, try reading.accounts("accounts.view", of: actor, in: place, at: now))
  }
}
