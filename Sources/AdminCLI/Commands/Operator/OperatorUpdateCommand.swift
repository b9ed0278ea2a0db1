import IAM
import Policy

/// `iamctl operator update USERNAME`.
let operatorUpdateCommand = Command(
  "operator update", Text(zh: "修改操作员资料", en: "Change what is known of an operator"), .changes,
  examples: ["iamctl operator update trader-001 --mobile 13900000000"],
  usernameArgument, OptionalOption("--name", "N", Text(zh: "姓名", en: "the person's name")),
  OptionalOption("--mobile", "M", Text(zh: "手机号码", en: "the mobile number")),
  OptionalOption("--email", "E", Text(zh: "电子邮箱", en: "the e-mail address")), tenantOption
) { context, username, name, mobile, email, tenant in
  let person = try Username(existing: username)
  if name == nil && mobile == nil && email == nil { throw CommandFailure.nothingNamed }
  let newName = try name.map { try PersonName($0) }
  let newMobile = try mobile.map { try Mobile($0) }
  let newEmail = try email.map { try EmailAddress($0) }
  return try context.changing(
    tenant, Text(zh: "已修改操作员 `\(person)`", en: "updated the operator `\(person)`"),
    [(key: "operator", value: .string(person.text))]
  ) { change, tenant in
    try change.updateOperator(
      person, name: newName, mobile: newMobile, email: newEmail, in: tenant)
  }
}
