import IAM
import Policy

/// `iamctl policy set KEY VALUE`.
let policySetCommand = Command(
  "policy set", Text(zh: "修改口令策略", en: "Change the password policy"), .changes,
  examples: [
    "iamctl policy set password-min-length 14", "iamctl policy set profile nist",
    "iamctl policy set administrators.password-max-age-days 60 --tenant M000001",
    "iamctl policy set password-history none",
  ],
  Argument("KEY", Text(zh: "设置，见 policy show", en: "the setting, as `policy show` lists them")),
  Argument("VALUE", Text(zh: "取值；none 取消设置", en: "the value; `none` takes the setting back")),
  tenantOption
) { context, key, value, tenant in
  let registry = try context.registry()
  let identity = try context.identity()
  let tenant = try TenantCode.named(tenant)
  let new = value == "none" ? nil : value
  try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.setPasswordPolicy(key, to: new, in: tenant)
  }
  return .message(
    Text(zh: "`\(key)` 已设为 \(value)", en: "`\(key)` is now \(value)"),
    json: ["key": .string(key), "value": new.map { .string($0) } ?? .null])
}
