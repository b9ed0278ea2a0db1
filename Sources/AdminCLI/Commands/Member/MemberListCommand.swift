import IAM
import Policy

/// `iamctl member list [--state S]`.
let memberListCommand = Command(
  "member list", Text(zh: "列出会员与机构", en: "List members and institutions"),
  examples: ["iamctl member list", "iamctl member list --state under-review"],
  OptionalOption(
    "--state", "S", Text(zh: "只列出该状态", en: "only those in this state"), as: Tenant.State.self)
) { context, state in
  let members = try context.registry(changing: false).inquire(as: try context.identity()) {
    try $0.members(in: state)
  }
  return Output.table(
    members,
    [
      Column("tenant", Text(zh: "编号", en: "tenant")) { .text($0.tenant.text) },
      Column("kind", Text(zh: "类型", en: "kind")) { $0.kind.cell },
      Column("state", Text(zh: "状态", en: "state")) { $0.state.cell },
      Column("name", Text(zh: "名称", en: "name")) { .text($0.name) },
      Column("filed_under", Text(zh: "备案会员", en: "filed under")) {
        .text($0.filedUnder?.text)
      },
      Column("created_at", Text(zh: "注册时间", en: "created")) {
        .time($0.createdAt.milliseconds)
      },
    ])
}
