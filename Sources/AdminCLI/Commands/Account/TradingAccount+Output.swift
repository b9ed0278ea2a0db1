import IAM
import Policy

extension TradingAccount {
  /// One account.
  var output: Output {
    .record(TradingAccount.columns.map { Field($0.key, $0.heading, $0.cell(self)) })
  }

  /// What lists show.
  static var columns: [Column<TradingAccount>] {
    [
      Column("account", Text(zh: "交易账号", en: "account")) { .text($0.code.text) },
      Column("settlement_account", Text(zh: "结算账户", en: "settlement account")) {
        .text($0.settlementCode.text)
      },
      Column("market", Text(zh: "市场", en: "market")) { .text($0.market) },
      Column("state", Text(zh: "状态", en: "state")) { $0.state.cell },
      Column("frozen_by_exchange", Text(zh: "交易所冻结", en: "frozen by the exchange")) {
        .bool($0.isFrozenByExchange)
      },
      Column("opened_at", Text(zh: "开立时间", en: "opened")) { .time($0.openedAt.milliseconds) },
    ]
  }
}

/// The account that a command is about.
let accountArgument = Argument("CODE", Text(zh: "交易账号", en: "the account's code"))
