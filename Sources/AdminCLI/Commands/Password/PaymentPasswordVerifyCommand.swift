import IAM
import Policy

/// `iamctl payment-password verify`.
let paymentPasswordVerifyCommand = Command(
  "payment-password verify",
  Text(zh: "验证支付密码（10 分钟内有效）", en: "Verify one's payment password, for ten minutes"), .changes,
  secrets: [.existing(Text(zh: "支付密码", en: "payment password"))],
  examples: [
    "iamctl payment-password verify",
    "iamctl payment-password verify --password-stdin < password.txt",
  ]
) { context in
  let registry = try context.registry()
  let identity = try context.identity()
  let password = try context.secrets()[0].secretIfAny()
  let until = try registry.verifyPaymentPassword(
    as: identity, password, dryRun: context.isDryRun)
  return .message(
    Text(zh: "支付密码已验证，10 分钟内有效", en: "payment password verified for ten minutes"),
    json: ["verified": true, "until": Cell.time(until.milliseconds).json])
}
