import IAM
import Policy

/// `--tenant T` of the nouns inside a tenant: staff name the tenant to act on.
let tenantOption = OptionalOption(
  "--tenant", "T",
  Text(zh: "会员编号（仅交易所人员）", en: "the tenant's code (exchange staff only)"))

/// The tenant that staff name; one that cannot exist is not found.
func tenantCode(_ text: String?) throws(IAMError) -> TenantCode? {
  guard let text else { return nil }
  guard let code = TenantCode(text) else { throw .notFound(.tenant, text) }
  return code
}
