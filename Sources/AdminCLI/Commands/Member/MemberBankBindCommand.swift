import IAM

/// `iamctl member bank bind --bank B --account-no N --holder H`.
let memberBankBindCommand = Command(
  "member bank bind", Text(zh: "绑定自有资金账户", en: "Bind the own-funds bank account"), .changes,
  examples: ["iamctl member bank bind --bank 中国银行 --account-no 6217000012340000 --holder 某公司"],
  Option("--bank", "B", Text(zh: "开户银行", en: "the bank")),
  Option("--account-no", "N", Text(zh: "银行账号，8–32 位数字", en: "the number, 8 to 32 digits")),
  Option("--holder", "H", Text(zh: "户名", en: "whose account it is"))
) { context, bank, number, holder in
  let identity = try context.identity()
  let binding = try context.checking { () throws(InvalidField) in
    try BankBinding(bank: bank, accountNumber: number, holder: holder)
  }
  let standing = try context.registry().change(as: identity, dryRun: context.isDryRun) {
    try $0.bindBank(binding)
  }
  return standing.output.noting(
    Text(zh: "会话已结束，请重新登录", en: "the session has ended; log in again"))
}
