import IAM

private let current = SecretPrompt.existing(Text(zh: "当前登录密码", en: "current login password"))
private let newLogin = SecretPrompt.new(Text(zh: "新登录密码", en: "new login password"))
private let newPayment = SecretPrompt.new(Text(zh: "支付密码", en: "payment password"))

/// `iamctl setup`.
let setupCommand = Command(
  "setup", Text(zh: "完成首次登录步骤", en: "Do the first-login steps"), .changes,
  secrets: [current, newLogin, newPayment],
  examples: ["iamctl setup", "iamctl setup --password-stdin < passwords.txt"]
) { context in
  let registry = try context.registry()
  let identity = try context.identity(noticing: false)
  let pending = try registry.inquire(as: identity) { try $0.pendingSteps() }
  guard !pending.isEmpty else { throw IAMError.conflict(.stepNotOpen(.loginPassword)) }
  let asksLogin = pending.contains(.loginPassword)
  let asksPayment = pending.contains(.paymentPassword)
  let given = try context.secrets(
    [current] + (asksLogin ? [newLogin] : []) + (asksPayment ? [newPayment] : []))
  try registry.completeSetup(
    as: identity, current: given[0].secretIfAny(),
    login: asksLogin ? try given[1].secret() : nil,
    payment: asksPayment ? try given[given.count - 1].secret() : nil, dryRun: context.isDryRun)
  return .message(
    Text(
      zh: "已完成：" + pending.map(\.title.zh).joined(separator: "、"),
      en: "done: " + pending.map(\.title.en).joined(separator: ", ")),
    json: ["done": .array(pending.map { .string($0.rawValue) }), "pending": []])
}
