import IAM

/// `iamctl account close CODE [--tenant T]`.
let accountCloseCommand = Command(
  "account close", Text(zh: "关闭交易账号", en: "Close a trading account for good"), .destroys,
  examples: ["iamctl account close T000001-GAS-01"], accountArgument, tenantOption
) { context, code, tenant in
  let identity = try context.identity()
  try context.confirm(
    Text(zh: "永久关闭交易账号 `\(code)`？", en: "close the account `\(code)` for good?"))
  return try context.registry().change(as: identity, dryRun: context.isDryRun) {
    try $0.closeAccount(code, of: tenant)
  }.output
}
