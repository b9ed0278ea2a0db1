import IAM
import Policy

/// `iamctl import casbin FILE`.
let importCasbinCommand = Command(
  "import casbin",
  Text(
    zh: "导入 Casbin 策略（CSV）为角色、操作员及其菜单",
    en: "Import a Casbin policy (CSV) as roles, operators and their menus"),
  .changes,
  examples: [
    "iamctl import casbin policy.csv --tenant M000001 --prefix op-",
    "iamctl import casbin policy.csv --tenant M000001 --domain gas --dry-run",
  ],
  Argument("FILE", Text(zh: "Casbin 策略文件", en: "the policy file"), as: FilePath.self),
  tenantOption, prefixOption,
  OptionalOption(
    "--domain", "D",
    Text(zh: "只导入这个域的规则", en: "import the lines of this domain only"))
) { context, file, tenant, prefix, domain in
  let code = try TenantCode.named(tenant)
  let policy = try CasbinPolicy(
    reading: context.console.read(file, limit: maximumImportSizeInBytes), domain: domain)
  let summary = try context.registry().change(as: context.identity(), dryRun: context.isDryRun) {
    try $0.importCasbin(policy, prefix: prefix ?? "", to: code)
  }
  return .imported(summary)
}
