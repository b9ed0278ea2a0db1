import IAM

/// `iamctl payment-password change`.
let paymentPasswordChangeCommand = Command(
  "payment-password change", Text(zh: "修改支付密码", en: "Change one's payment password"),
  .changes,
  secrets: [
    .existing(Text(zh: "当前支付密码", en: "current payment password")),
    .new(Text(zh: "新支付密码", en: "new payment password")),
  ],
  examples: [
    "iamctl payment-password change",
    "iamctl payment-password change --password-stdin < passwords.txt",
  ]
) { context in
  let registry = try context.registry()
  let identity = try context.identity(noticing: false)
  let given = try context.secrets()
  try registry.changePaymentPassword(
    as: identity, current: given[0].secretIfAny(), new: try given[1].secret(),
    dryRun: context.isDryRun)
  try context.notice(for: identity)
  return .message(
    Text(zh: "支付密码已修改", en: "payment password changed"), json: ["changed": "payment-password"])
}
