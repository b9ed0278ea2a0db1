import IAM
import Policy

/// `iamctl audit export`.
let auditExportCommand = Command(
  "audit export",
  Text(
    zh: "逐行输出审计记录的规范字节，供独立校验",
    en: "Write the exact bytes of each audit row, a line each, to verify them elsewhere"),
  examples: [
    "iamctl audit export > audit.jsonl", "iamctl audit export --tenant M000001 > M000001.jsonl",
  ],
  tenantOption
) { context, tenant in
  let filter = AuditFilter(tenant: try TenantCode.named(tenant))
  let registry = try context.registry(changing: false)
  try registry.inquire(as: context.identity()) { inquiry in
    try AuditStream(context.console).export(filter, of: inquiry)
  }
  return Output(.written)
}
