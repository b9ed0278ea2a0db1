import IAM
import Policy

/// `--tenant T` of the nouns inside a tenant: staff name the tenant to act on.
let tenantOption = OptionalOption(
  "--tenant", "T",
  Text(zh: "会员编号（仅交易所人员）", en: "the tenant's code (exchange staff only)"))
