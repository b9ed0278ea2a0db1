import Testing

@testable import AdminCLI
@testable import IAM

/// What is said fits what happened, once.
struct FittingWordsTests {
  @Test func `a no is answered with the way to say yes`() throws {
    let terminal = try PseudoTerminal()
    try terminal.type("n\n")
    let failure = #expect(throws: CommandFailure.self) {
      try terminal.console(errors: CapturedOutput()).confirm(Text("delete?"))
    }
    #expect(failure?.hint?.en == "answer `y`, or add --yes to do it without asking")
  }

  @Test func `each act on a request of one's own is named`() throws {
    let login = try LoggedIn()
    let asked = login.ran("reset", "request", "EX", "--reason", "forgotten")
    #expect(asked.exit == 77)
    #expect(asked.errors.hasPrefix("error: nobody asks for a reset of their own password\n"))
    #expect(login.ran("reset", "request", "M000001", "--reason", "forgotten").exit == 0)
    let approved = login.ran("reset", "approve", "1")
    #expect(approved.errors.hasPrefix("error: nobody approves a request of their own\n"))
    let rejected = login.ran("reset", "reject", "1", "--reason", "no")
    #expect(rejected.exit == 77)
    #expect(rejected.errors.hasPrefix("error: nobody rejects a request of their own\n"))
  }

  @Test func `a rule of passwords is named once`() throws {
    let login = try LoggedIn()
    let low = login.ran("policy", "set", "password-min-length", "5")
    #expect(low.errors.hasPrefix("error: `password-min-length`: must lie in 6 to 64\n"))
    let crossed = login.ran("policy", "set", "administrators.password-min-length", "5")
    #expect(crossed.errors.contains("`administrators.password-min-length`: must lie in 6 to 64"))
    let loose = login.ran("policy", "set", "password-min-length", "7", "--tenant", "M000001")
    #expect(
      loose.errors.hasPrefix(
        "error: `password-min-length`: may only be stricter than the exchange's 8\n"))
  }

  @Test func `a setting says what it means to programs too`() throws {
    let login = try LoggedIn()
    for line in [["policy", "show"], ["policy", "explain", "staff-01"]] {
      for language in ["zh", "en"] {
        let ran = Ran(line + ["--json", "--lang", language], environment: login.environment)
        let rows = try ran.json().elements
        let meanings = rows.map { $0["meaning"]?.string ?? "" }
        #expect(meanings.contains("least number of characters"), "\(language)")
        for row in rows {
          #expect(row["meaning"] != row["key"] && row["meaning"] != row["rule"])
        }
      }
    }
  }

  @Test func `what was taken away is listed without JSON for a pipe`() throws {
    let office = try Office()
    #expect(office.run("operator create trader-01 --name 张三").exit == 0)
    #expect(office.run("operator assign trader-01 --menu trade.listing --account *").exit == 0)
    let line = "operator offboard trader-01 --reason x --dry-run"
    #expect(
      office.run(line).output.hasSuffix(
        "removed\taccount *,menu trade.listing,one-time-password login\n"))
    #expect(
      try office.run(line + " --json").json()["removed"]?.elements.first
        == ["kind": "account", "name": "*"])
    #expect(
      office.run("operator verify-untouched").output.hasSuffix("differences\tuser trader-01\n"))
  }
}
