import IAM
import Policy

/// The most bytes of a file that is imported: 64 MiB.
let maximumImportSizeInBytes = 64 << 20

/// `--prefix P` of the imports.
let prefixOption = OptionalOption(
  "--prefix", "P",
  Text(
    zh: "加在每个用户名之前，使其符合用户名规则", en: "put before every user's name to make it a username"))

/// `iamctl import matrix FILE`.
let importMatrixCommand = Command(
  "import matrix",
  Text(
    zh: "导入权限矩阵（CSV：user,permission），批量创建操作员并授予菜单",
    en: "Import a permission matrix (CSV: user,permission) as operators and their menus"),
  .changes,
  examples: [
    "iamctl import matrix grants.csv --tenant M000001",
    "iamctl import matrix grants.csv --tenant M000001 --prefix op- --dry-run",
  ],
  Argument("FILE", Text(zh: "CSV 文件", en: "the CSV file"), as: FilePath.self), tenantOption,
  prefixOption
) { context, file, tenant, prefix in
  let code = try TenantCode.named(tenant)
  let matrix = try PermissionMatrix(
    reading: context.console.read(file, limit: maximumImportSizeInBytes))
  let summary = try context.registry().change(as: context.identity(), dryRun: context.isDryRun) {
    try $0.importMatrix(matrix, prefix: prefix ?? "", to: code)
  }
  return .imported(summary)
}

extension Output {
  /// What an import has added.
  static func imported(_ summary: ImportSummary) -> Output {
    .record(
      Field("operators", Text(zh: "新建操作员", en: "operators made"), .number(summary.operators)),
      Field("roles", Text(zh: "新建角色", en: "roles made"), .number(summary.roles)),
      Field("grants", Text(zh: "新增授权", en: "grants added"), .number(summary.grants)))
  }
}
