import IAM

/// `iamctl account list [--tenant T]`.
let accountListCommand = Command(
  "account list", Text(zh: "列出交易账号", en: "List trading accounts"),
  examples: ["iamctl account list", "iamctl account list --tenant M000001"], tenantOption
) { context, tenant in
  let accounts = try context.registry(changing: false).inquire(as: try context.identity()) {
    try $0.accounts(of: tenant)
  }
  return Output.table(accounts, TradingAccount.columns)
}
