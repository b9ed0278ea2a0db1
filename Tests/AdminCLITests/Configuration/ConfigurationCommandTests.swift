import Foundation
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// `export`, `plan`, `apply` and the imports, from the words to the exit code.
@Suite struct ConfigurationCommandTests {
  private let program: LoggedIn

  init() throws {
    program = try LoggedIn(as: Username(unchecked: "master-01"))
  }

  private func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: program.file(name), atomically: true, encoding: .utf8)
    return program.file(name)
  }

  private func document(_ sections: String, tenant: String = "M000001") throws -> String {
    try write(#"{"format":"iamctl/1","tenant":"\#(tenant)",\#(sections)}"#, to: "tenant.json")
  }

  @Test func `an export is the same bytes each time, and applying it changes nothing`() throws {
    let role = try document(#""roles":[{"name":"查询","menus":["trade.listing.view"]}]"#)
    let applied = program.ran("apply", role)
    #expect(applied.exit == 0)
    #expect(
      applied.output
        == #"roles\#t查询\#tadded\#t\#t\#t{"name":"查询","menus":["trade.listing.view"],"products":[],"#
        + #""accounts":[],"roles":[]}"# + "\n")
    let first = program.ran("export")
    #expect(first.exit == 0 && first.output == program.ran("export", "M000001").output)
    #expect(first.output.hasPrefix("{\n  \"format\": \"iamctl/1\",\n  \"tenant\": \"M000001\","))
    let file = try write(first.output, to: "export.json")
    #expect(program.ran("plan", file).exit == 0)
    let again = program.ran("apply", file, "--json")
    #expect(again.exit == 0)
    #expect(try again.json() == [])
  }

  @Test func `a plan shows the differences and exits 1`() throws {
    let file = try document(
      #""operators":[{"username":"trader-01","name":"张三","menus":["trade"]}]"#)
    let plan = program.ran("plan", file, "--json")
    #expect(plan.exit == 1)
    #expect(
      try plan.json() == [
        [
          "section": "operators", "name": "trader-01", "change": "added", "key": nil,
          "before": nil,
          "after": [
            "username": "trader-01", "name": "张三", "group": "默认用户组", "groups": [],
            "menu_groups": [], "product_groups": [], "menus": ["trade"], "products": [],
            "accounts": [], "roles": [], "state": "pending",
          ],
        ]
      ])
    #expect(program.ran("apply", file, "--dry-run", "--json").output == plan.output)
    #expect(program.ran("plan", file).exit == 1)
    #expect(program.ran("apply", file).exit == 0)
    #expect(program.ran("plan", file).exit == 0)
  }

  @Test func `what is wrong exits by its kind and says where`() throws {
    let unknown = program.ran("apply", try document(#""roles":[{"name":"r","menus":["x"]}]"#))
    #expect(unknown.exit == 65 && unknown.output.isEmpty)
    #expect(unknown.errors.hasPrefix("error: `roles[0].menus[0]`: there is no menu `x`"))
    #expect(program.ran("plan", try write("{", to: "a.json")).exit == 65)
    #expect(program.ran("plan", program.file("none.json")).exit == 66)
    #expect(program.ran("export", "M000009").exit == 67)
    #expect(program.ran("export", "no tenant").exit == 67)
    #expect(program.ran("apply", try document(#""roles":[]"#, tenant: "M000009")).exit == 67)
    let outside = program.ran(
      "apply", try document(#""roles":[{"name":"r","menus":["trade.efp"]}]"#))
    #expect(outside.exit == 77)
    #expect(outside.errors.contains("trade.efp"))
  }

  @Test func `pruning asks, and says what it takes`() throws {
    let one = try document(#""operators":[{"username":"trader-01","name":"A","menus":["trade"]}]"#)
    #expect(program.ran("apply", one).exit == 0)
    let none = try document(#""operators":[]"#)
    #expect(program.ran("plan", none).exit == 0)
    #expect(program.ran("apply", none, "--prune").exit != 0)
    #expect(program.ran("plan", none, "--prune").exit == 1)
    let pruned = program.ran("apply", none, "--prune", "--yes")
    #expect(pruned.exit == 0)
    #expect(pruned.lines.map { $0.split(separator: "\t")[3] } == ["menus", "state"])
  }

  @Test func `imports tell what they added`() throws {
    let matrix = try write("user,permission\nalice,trade\nbob,delivery\n", to: "matrix.csv")
    let refused = program.ran("import", "matrix", matrix, "--tenant", "M000001")
    #expect(refused.exit == 65)
    #expect(refused.errors.hasPrefix("error: line 2: `user`: `alice`, `bob` cannot be usernames"))
    let words = [
      "import", "matrix", matrix, "--tenant", "M000001", "--prefix", "import-", "--json",
    ]
    let ran = Ran(words, environment: program.environment)
    #expect(ran.exit == 0)
    #expect(try ran.json() == ["operators": 2, "roles": 0, "grants": 2])
    let policy = try write("p, seller, delivery, view\ng, carol, seller\n", to: "policy.csv")
    let casbin = program.ran(
      "import", "casbin", policy, "--tenant", "M000001", "--prefix", "import-", "--json")
    #expect(try casbin.json() == ["operators": 1, "roles": 1, "grants": 2])
    let elsewhere = program.ran(
      "import", "casbin", policy, "--tenant", "M000009", "--prefix", "import-")
    #expect(elsewhere.exit == 67)
  }
}
