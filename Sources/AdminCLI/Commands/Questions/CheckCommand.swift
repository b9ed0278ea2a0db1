import IAM
import Policy

/// `iamctl check USERNAME MENU`, or `--batch FILE`.
let checkCommand = Command(
  "check", Text(zh: "检查操作员能否执行某项操作", en: "Check whether an operator may do something"),
  examples: [
    "iamctl check trader-001 trade.listing.create --product PNG.SH.D1 --account T000001-GAS-01",
    "iamctl check trader-001 funds.own.view --at 2026-03-02T09:30:00+08:00 --json",
    "iamctl check --batch questions.csv",
  ],
  OptionalArgument("USERNAME", QuestionText.username),
  OptionalArgument("MENU", QuestionText.menu),
  questionOptions.product, questionOptions.account, questionOptions.at,
  questionOptions.paymentVerified, questionOptions.keyVerified,
  OptionalOption(
    "--batch", "FILE",
    Text(
      zh: "CSV 或 JSON 行：username,menu,product,account；每行一个答案",
      en: "CSV or JSON lines: username,menu,product,account; one answer a line"),
    as: FilePath.self),
  tenantOption
) { context, username, menu, product, account, instant, isPaid, hasKey, batch, tenant in
  let session = SessionFacts(paymentVerified: isPaid, keyVerified: hasKey)
  if let batch {
    guard username == nil, product == nil, account == nil else {
      throw CommandFailure.usage(
        Text(zh: "--batch 与单个问题不能同时给出", en: "--batch and a single question exclude each other"))
    }
    return try BatchCheck(session: session, instant: instant?.value, tenant: tenant)
      .run(batch, in: context)
  }
  let check = Check(
    operator: try given(username, "USERNAME"), menu: try given(menu, "MENU"), product: product,
    account: account, session: session, at: instant?.value)
  let decision = try context.registry(changing: false).inquire(as: context.identity()) {
    try $0.check(check, in: try TenantCode.named(tenant))
  }
  return Output.record(decision.fields).answering(decision.isAllowed)
}

private func given(_ word: String?, _ name: String) throws(CommandFailure) -> String {
  if let word { return word }
  throw .usage(
    Text(zh: "缺少 `\(name)`", en: "missing `\(name)`"),
    hint: Text(zh: "见 `iamctl check --help`", en: "see `iamctl check --help`"))
}
