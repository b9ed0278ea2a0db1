import IAM
import Policy

/// `iamctl explain USERNAME MENU`.
let explainCommand = Command(
  "explain", Text(zh: "解释一次检查的每一步", en: "Explain a check step by step"),
  examples: [
    "iamctl explain trader-001 trade.listing.create --product PNG.SH.D1 --account T000001-GAS-01"
  ],
  Argument("USERNAME", QuestionText.username), Argument("MENU", QuestionText.menu),
  questionOptions.product, questionOptions.account, questionOptions.at,
  questionOptions.paymentVerified, questionOptions.keyVerified, tenantOption
) { context, username, menu, product, account, instant, isPaid, hasKey, tenant in
  let check = Check(
    operator: username, menu: menu, product: product, account: account,
    session: SessionFacts(paymentVerified: isPaid, keyVerified: hasKey), at: instant?.value)
  let explanation = try context.registry(changing: false).inquire(as: context.identity()) {
    try $0.explain(check, in: try TenantCode.named(tenant))
  }
  let story = Story(check: check, explanation: explanation)
  return Output.text(story.text(in: context.language), json: story.json)
    .answering(explanation.decision.isAllowed)
}
