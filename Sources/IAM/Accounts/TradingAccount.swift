public import Policy

/// A trading account (交易账号) and the settlement account (交易结算账户) made with it.
///
/// - Source: A11.
public struct TradingAccount: Sendable, Equatable {
  /// Its code: `T000001-GAS-01`.
  public var code: AccountCode
  /// The settlement account's code: `S000001-GAS-01`.
  public var settlementCode: AccountCode
  /// The market's code.
  public var market: String
  /// Its state.
  public var state: AccountState
  /// Whether the exchange froze it, so that only the exchange unfreezes it.
  public var isFrozenByExchange: Bool
  /// When it was opened.
  public var openedAt: Instant
}

/// A trading account with its row.
struct AccountRow {
  var id: Int64
  var account: TradingAccount

  /// Reads the columns id, code, settlement_code, market, state, frozen_by_exchange, opened_at.
  init(_ row: borrowing Row) throws {
    id = try row.int(0)
    account = TradingAccount(
      code: try row.code(1, AccountCode.init), settlementCode: try row.code(2, AccountCode.init),
      market: try row.text(3), state: try row.code(4, AccountState.init),
      isFrozenByExchange: try row.bool(5), openedAt: try row.instant(6))
  }
}

extension ReadTransaction {
  /// Which accounts of a tenant a menu reaches for somebody who holds it: those that a grant covers
  /// together with the menu; for staff in another tenant all.
  ///
  /// States are not looked at: whoever may unfreeze an account does so while it is frozen.
  func accounts(
    _ menu: String, of actor: ActingOperator, in tenant: Int64, at now: Instant
  ) throws -> AccountSet {
    guard actor.tenant == tenant else { return .every }
    let scope = PolicyScope(operators: [actor.id])
    guard let policy = try PolicyLoader.load(scope, of: tenant, from: self) else { return .none }
    let menu = MenuCode(unchecked: menu)
    return policy.can(actor.username, at: now, activeRoles: actor.facts.activeRoles)
      .filter { $0.effective.menus.covers(menu) }
      .reduce(AccountSet.none) { $0.union($1.effective.accounts) }
  }

  /// Lets an operator pass who may manage an account.
  ///
  /// - Throws: `notFound` for one that its grants do not reach, as for one that does not exist;
  ///   `denied(.accountNotGranted)` for one that it may only look at.
  func requireManaged(
    _ account: TradingAccount, by actor: ActingOperator, in tenant: Int64, at now: Instant
  ) throws {
    func reaches(_ menu: String) throws -> Bool {
      try accounts(menu, of: actor, in: tenant, at: now).contains(account.code)
    }
    if try reaches("accounts.manage") { return }
    guard try reaches("accounts.view") else {
      throw IAMError.notFound(.account, account.code.text)
    }
    throw IAMError.denied(.accountNotGranted, menu: MenuCode(unchecked: "accounts.manage"))
  }

  /// The trading accounts of a tenant, in the order of their codes.
  func accounts(of tenant: Int64) throws -> [TradingAccount] {
    try all(
      """
      SELECT id, code, settlement_code, market, state, frozen_by_exchange, opened_at FROM account
      WHERE tenant_id = ? ORDER BY code
      """, tenant, row: AccountRow.init
    ).map(\.account)
  }

  /// One trading account of a tenant.
  ///
  /// - Throws: `notFound` for one that does not exist and for one of another tenant.
  func account(_ code: String, of tenant: Int64) throws -> AccountRow {
    let row = try first(
      """
      SELECT id, code, settlement_code, market, state, frozen_by_exchange, opened_at FROM account
      WHERE tenant_id = ? AND code = ?
      """, tenant, code, row: AccountRow.init)
    guard let row else { throw IAMError.notFound(.account, code) }
    return row
  }
}
