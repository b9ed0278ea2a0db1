import IAM

/// `iamctl account unfreeze CODE [--tenant T]`.
let accountUnfreezeCommand = Command(
  "account unfreeze", Text(zh: "解冻交易账号", en: "Unfreeze a trading account"), .changes,
  examples: ["iamctl account unfreeze T000001-GAS-01"], accountArgument, tenantOption
) { context, code, tenant in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.unfreezeAccount(code, of: tenant)
  }.output
}
