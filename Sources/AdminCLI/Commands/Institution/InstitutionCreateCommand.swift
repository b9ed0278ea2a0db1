import IAM
import Policy

/// `iamctl institution create --name N --organisation-code C --member TENANT`.
let institutionCreateCommand = Command(
  "institution create",
  Text(zh: "为机构开立管理员账户", en: "Create an institution and its administrator"), .changes,
  examples: [
    "iamctl institution create --name 某机构 --organisation-code D2143569-X --member M000001"
  ],
  Option("--name", "N", Text(zh: "机构名称", en: "the institution's name")),
  Option(
    "--organisation-code", "C", Text(zh: "组织机构代码", en: "its organisation code (GB 11714)")),
  Option("--member", "TENANT", Text(zh: "备案会员", en: "the member that it is filed under"))
) { context, name, code, member in
  let registry = try context.registry()
  let password = try registry.drawPassword()
  let made = try registry.change(as: try context.identity(), dryRun: context.isDryRun) {
    try $0.createInstitution(
      name: name, organisationCode: code, under: member, password: password)
  }
  return context.handingOver(
    .record(
      Field("tenant", Text(zh: "机构编号", en: "tenant"), .text(made.tenant.text)),
      Field("username", Text(zh: "管理员", en: "administrator"), .text(made.username.text)),
      context.oneTimePassword(made.oneTimePassword),
      Field(
        "expires_at", Text(zh: "有效期至", en: "expires at"), .time(made.expiresAt.milliseconds))))
}
