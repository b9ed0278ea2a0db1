import IAM
import Policy

/// `iamctl who-can MENU`.
let whoCanCommand = Command(
  "who-can",
  Text(
    zh: "列出能执行某项操作的操作员（本人仍须完成的首次登录、密码验证不计）",
    en: "List who can do something, first-login steps and passwords still to be proved left aside"),
  examples: [
    "iamctl who-can trade.listing.create --product PNG.SH.D1",
    "iamctl who-can operators.grant --tenant M000001",
  ],
  Argument("MENU", QuestionText.menu), questionOptions.product, questionOptions.account,
  tenantOption
) { context, menu, product, account, tenant in
  let question = WhoCan(menu: menu, product: product, account: account)
  let candidates = try context.registry(changing: false).inquire(as: context.identity()) {
    try $0.whoCan(question, in: try TenantCode.named(tenant))
  }
  return .candidates(candidates)
}
