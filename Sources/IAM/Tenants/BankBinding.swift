/// A member's own-funds bank account (自有资金账户).
///
/// - Source: A8.
public struct BankBinding: Sendable, Hashable {
  /// The bank.
  public let bank: BankName
  /// The number of the account.
  public let accountNumber: BankAccountNumber
  /// Whose account it is.
  public let holder: EnterpriseName

  /// Checks the three texts.
  ///
  /// - Throws: the first in that order that is not acceptable, as `bank`, `account_no` or `holder`.
  public init(bank: String, accountNumber: String, holder: String) throws(InvalidField) {
    self.bank = try BankName(bank)
    self.accountNumber = try BankAccountNumber(accountNumber)
    self.holder = try EnterpriseName(holder, field: "holder")
  }
}
