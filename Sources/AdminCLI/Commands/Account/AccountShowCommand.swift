import IAM

/// `iamctl account show CODE [--tenant T]`.
let accountShowCommand = Command(
  "account show", Text(zh: "查看交易账号", en: "Show a trading account"),
  examples: ["iamctl account show T000001-GAS-01"], accountArgument, tenantOption
) { context, code, tenant in
  try context.registry(changing: false).inquire(as: try context.identity()) {
    try $0.account(code, of: tenant)
  }.output
}
