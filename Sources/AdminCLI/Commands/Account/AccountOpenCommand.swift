import IAM

/// `iamctl account open --market MARKET`.
let accountOpenCommand = Command(
  "account open",
  Text(zh: "新增交易账号", en: "Open a trading account with its settlement account"), .changes,
  examples: ["iamctl account open --market gas"],
  Option("--market", "MARKET", Text(zh: "市场", en: "the market; see `iamctl catalog markets`"))
) { context, market in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.openAccount(market: market)
  }.output
}
