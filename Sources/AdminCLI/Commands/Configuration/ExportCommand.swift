import IAM
import Policy

/// `iamctl export [TENANT]`.
let exportCommand = Command(
  "export",
  Text(zh: "把会员的全部配置导出为一个 JSON 文档", en: "Write a tenant's configuration as one JSON document"),
  examples: ["iamctl export > tenant.json", "iamctl export M000001"],
  OptionalArgument("TENANT", Text(zh: "会员编号，默认为本会员", en: "the tenant; your own unless given"))
) { context, tenant in
  let code = try TenantCode.named(tenant)
  let document = try context.registry(changing: false).inquire(as: context.identity()) {
    try $0.configuration(of: code)
  }
  return .document(document.json)
}
