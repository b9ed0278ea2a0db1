import IAM
import Policy

/// `iamctl role show NAME`.
let roleShowCommand = Command(
  "role show", Text(zh: "查看角色", en: "Show a role"), examples: ["iamctl role show 交易员"],
  Argument("NAME", Text(zh: "名称", en: "the name")), tenantOption
) { context, name, tenant in
  let name = try Name(existing: name, .role)
  let role = try context.asking(tenant) { inquiry, tenant in try inquiry.role(name, in: tenant) }
  return .record(Column.all.map { Field($0.key, $0.heading, $0.cell(role)) })
}
