internal import Policy

extension Inquiry {
  /// The trading accounts of a tenant, closed ones too, in the order of their codes.
  ///
  /// - Parameter tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `denied`, `notFound`, `notLoggedIn`.
  public func accounts(of tenant: String? = nil) throws -> [TradingAccount] {
    try reading.accounts(of: try requireAccounts(of: tenant))
  }

  /// One trading account of a tenant.
  ///
  /// - Throws: as ``accounts(of:)``.
  public func account(_ code: String, of tenant: String? = nil) throws -> TradingAccount {
    try reading.account(code, of: try requireAccounts(of: tenant)).account
  }

  private func requireAccounts(of tenant: String?) throws -> Int64 {
    let actor = try requireActing()
    let row = try reading.tenantRow(named: tenant, for: actor)
    return try require("accounts.view", in: row.code).tenant
  }
}
