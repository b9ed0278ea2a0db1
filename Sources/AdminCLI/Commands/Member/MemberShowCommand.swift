import IAM

/// `iamctl member show [TENANT] [--full]`.
let memberShowCommand = Command(
  "member show", Text(zh: "查看会员资料", en: "Show a member"),
  examples: ["iamctl member show", "iamctl member show M000001 --full"],
  ownOrNamedMember,
  Flag(
    "--full",
    Text(zh: "完整显示个人信息（记入审计）", en: "show personal data whole (kept in the audit trail)"))
) { context, tenant, isFull in
  let identity = try context.identity()
  let details =
    if isFull {
      try context.registry().change(as: identity) { try $0.memberInFull(tenant) }
    } else {
      try context.registry(changing: false).inquire(as: identity) { try $0.member(tenant) }
    }
  return Output.record(details.fields)
}
