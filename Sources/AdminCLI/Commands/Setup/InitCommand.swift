import IAM
import Policy

/// `iamctl init USERNAME`.
let initCommand = Command(
  "init", Text(zh: "建立数据库、交易所及其第一位管理员", en: "Make the database, the exchange and its first master"),
  .changes,
  secrets: [.new(Text(zh: "登录密码", en: "login password"))],
  examples: [
    "iamctl init staff-01", "iamctl init staff-01 --exchange-name 上海石油天然气交易中心",
    "iamctl init staff-01 --password-stdin < password.txt",
  ],
  Argument(
    "USERNAME", Text(zh: "第一位管理员的用户名", en: "the first master's username"), as: Username.self),
  OptionalOption("--exchange-name", "NAME", Text(zh: "交易所名称", en: "the exchange's name"))
) { context, username, name in
  let password = try context.secrets()[0].secret()
  let place = try NewStorePlace(context)
  let exchangeName = name ?? Text(zh: "交易所", en: "Exchange")[context.language]
  try place.make(dryRun: context.isDryRun) {
    if context.isDryRun {
      return try Registry.requireCreatable(
        at: place.database, master: username, password: password, exchangeName: exchangeName)
    }
    _ = try Registry.create(
      at: place.database, master: username, password: password, exchangeName: exchangeName,
      services: context.console.services)
  }
  return .record(
    Field("tenant", Text(zh: "会员编号", en: "tenant"), .text(TenantCode.exchange.text)),
    Field("username", Text(zh: "用户名", en: "username"), .text(username.text)),
    Field("database", Text(zh: "数据库", en: "database"), .text(place.database)),
    Field("key_file", Text(zh: "密钥文件", en: "key file"), .text(place.keyFile))
  ).noting(
    Text(
      zh: "请把密钥文件与备份分开保管", en: "keep the key file safe, and apart from backups"))
}
