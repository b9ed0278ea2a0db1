import IAM

/// `iamctl account freeze CODE [--tenant T]`.
let accountFreezeCommand = Command(
  "account freeze", Text(zh: "冻结交易账号", en: "Freeze a trading account"), .changes,
  examples: ["iamctl account freeze T000001-GAS-01"], accountArgument, tenantOption
) { context, code, tenant in
  try context.registry().change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.freezeAccount(code, of: tenant)
  }.output
}
