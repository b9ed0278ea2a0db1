import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// A refusal names nobody whom the caller does not see, and nothing that such a one holds; it says
/// how many they are.
@Suite struct UnseenPeopleTests {
  private let departments: Departments

  init() throws { departments = try Departments() }

  /// The first line on standard error.
  private func refusal(
    _ line: String, as username: String = "admin-a1", exit: Int32, language: String = "en"
  ) throws -> String {
    let ran = try departments.run(line, as: username, language: language)
    #expect(ran.exit == exit, "\(line): \(ran.errors)")
    #expect(!ran.errors.contains("trader-b") || username != "admin-a1", "\(line): \(ran.errors)")
    return String(ran.errors.prefix { $0 != "\n" })
  }

  @Test(arguments: [
    ("role", "role `shared-role`"), ("menu-group", "menu group `shared-mg`"),
    ("product-group", "product group `shared-pg`"),
  ])
  func `what others hold is in use, and the master is told by whom`(
    noun: String, title: String
  ) throws {
    let name = title.split(separator: "`")[1]
    let line = "\(noun) delete \(name) --yes"
    #expect(
      try refusal(line, exit: 76)
        == "error: the \(title) is still in use: 2 operators who are not yours to see")
    #expect(
      try refusal(line, as: "master-01", exit: 76)
        == "error: the \(title) is still in use: trader-b1, trader-b2")
    try departments.act { change in
      let trader = Username(unchecked: "trader-a1")
      let name = try Name(new: String(name))
      switch noun {
      case "role": try change.assign(Assignment(roles: [name]), to: trader)
      case "menu-group": try change.assign(Assignment(menuGroups: [name]), to: trader)
      default: try change.assign(Assignment(productGroups: [name]), to: trader)
      }
    }
    #expect(
      try refusal(line, exit: 76)
        == "error: the \(title) is still in use: trader-a1 and 2 others who are not yours to see")
    #expect(
      try refusal(line, exit: 76, language: "zh").hasSuffix("trader-a1，另有 2 人不在您的管理范围内"))
  }

  @Test func `what strangers would gain is told by their number alone`() throws {
    let line = "menu-group allow shared-mg trade.bidding.view"
    #expect(
      try refusal(line, exit: 77)
        == "error: 2 operators who are not yours to see would gain what is not yours to give")
    #expect(
      try refusal(line, exit: 77, language: "zh")
        == "error: 有 2 人不在您的管理范围内，将获得超出您授权范围的权限")
    #expect(
      try refusal("role rename shared-role other-role", exit: 77)
        == "error: it would change 2 operators who are not yours to see")
    try departments.act { change in
      let group = try departments.name("shared-mg")
      try change.assign(Assignment(menuGroups: [group]), to: Username(unchecked: "trader-a1"))
    }
    #expect(
      try refusal("menu-group allow shared-mg delivery", exit: 77)
        == "error: outside the pool of `dept-a`: delivery; "
        + "it would change 2 operators who are not yours to see; "
        + "2 operators who are not yours to see would be given what is outside their pool")
  }

  @Test func `whose session it is, is told to nobody who does not see the operator`() throws {
    try departments.act { change in
      try change.changePool(
        of: departments.name("dept-a"), adding: PoolParts(menus: [MenuCode(existing: "sessions")]))
      try change.assign(
        Assignment(menus: [MenuCode(existing: "sessions")]), to: Username(unchecked: "admin-a1"))
    }
    let own = try departments.run("session list --json", as: "trader-b1").output
    let id = try #require(own.split(separator: #""id":"#).dropFirst().first?.prefix { $0.isNumber })
    #expect(
      try refusal("session end \(id)", exit: 77)
        == "error: it would change 1 operator who is not yours to see")
  }

  @Test func `codes stay what they were`() throws {
    for (line, exit, code) in [
      ("role delete shared-role --yes", 76, "role-in-use"),
      ("menu-group allow shared-mg trade.bidding.view", 77, "outside-authority"),
      ("role rename shared-role other-role", 77, "operator-not-yours"),
    ] as [(String, Int32, String)] {
      let ran = try departments.run(line + " --json", as: "admin-a1")
      #expect(ran.exit == exit && ran.errors.contains(#""code":"\#(code)""#), "\(ran.errors)")
    }
  }

  @Test func `whom the caller named is named back`() throws {
    let ran = try departments.run("operator suspend trader-b1", as: "admin-a1")
    #expect(ran.exit == 77)
    #expect(
      ran.errors.hasPrefix("error: the operator `trader-b1` is not yours to administer\n"))
  }

  @Test func `a group shows its maker and counts its members for those who see them`() throws {
    let shown = try departments.run("group show b-sub --json", as: "admin-a1")
    #expect(shown.exit == 0 && shown.output.contains(#""made_by":null"#), "\(shown.output)")
    let root = try departments.run("group show 默认用户组 --json", as: "admin-a1")
    #expect(root.output.contains(#""made_by":"ADMIN""#), "\(root.output)")
    let own = try departments.run("group show b-sub --json", as: "admin-b1")
    #expect(own.output.contains(#""made_by":"admin-b1""#), "\(own.output)")
    for (username, members) in [("admin-a1", 0), ("admin-b1", 3), ("master-01", 3)] {
      let listed = try departments.run("group list --json", as: username).output
      let row = try #require(
        listed.split(separator: "{").first { $0.contains(#""name":"dept-b""#) })
      #expect(row.contains(#""members":\#(members)"#), "\(row)")
    }
  }
}
