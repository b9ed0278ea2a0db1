import IAM

/// `iamctl payment-password set`.
let paymentPasswordSetCommand = Command(
  "payment-password set", Text(zh: "设置支付密码", en: "Set one's payment password"), .changes,
  secrets: [.new(Text(zh: "支付密码", en: "payment password"))],
  examples: [
    "iamctl payment-password set", "iamctl payment-password set --mobile 13900000000",
    "iamctl payment-password set --password-stdin < password.txt",
  ],
  OptionalOption(
    "--mobile", "M", Text(zh: "接收资金变动短信的手机号", en: "the mobile number for fund messages"))
) { context, mobile in
  let registry = try context.registry()
  let identity = try context.identity(noticing: false)
  let new = try context.secrets()[0].secret()
  try registry.setPaymentPassword(
    as: identity, new: new, fundMobile: mobile, dryRun: context.isDryRun)
  try context.notice(for: identity)
  return .message(
    Text(zh: "支付密码已设置", en: "payment password set"), json: ["changed": "payment-password"])
}
