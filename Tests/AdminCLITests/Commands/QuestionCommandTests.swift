import Foundation
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// `check`, `explain`, `can`, `who-can` and `what-if`, from the words to the exit code.
@Suite struct QuestionCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    let document = office.exchange.directory.file("start.json")
    try Self.start.write(toFile: document, atomically: true, encoding: .utf8)
    #expect(office.run("apply \(document) --yes").exit == 0)
    try office.exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.activate", in: 2, on: "test", need: .nothing)) {
        try change.execute("UPDATE operator SET state = 'active'")
        return Recorded()
      }
    }
  }

  private static let start = """
    {"format": "iamctl/1", "tenant": "M000001", "operators": [
      {"username": "trader-01", "name": "张三", "menus": ["trade.listing"], "products": ["PNG.SH"],
       "accounts": ["*"]}]}
    """

  @Test func `a check is answered with its reason, and exits 0 or 1`() throws {
    let view = "check trader-01 trade.listing.view --product PNG-SH-D1"
    let allowed = office.run(view)
    #expect(allowed.exit == 0)
    #expect(allowed.output.hasPrefix("allowed\ttrue\nreasons\t\nscope\ttenant\nrevision\t"))
    let denied = office.run("check trader-01 trade.listing.view --product PNG.BJ --json")
    #expect(denied.exit == 1)
    #expect(
      denied.output.hasPrefix(
        #"{"allowed":false,"reasons":["product-not-granted"],"scope":"none","revision":"#))
    let create = "check trader-01 trade.listing.create --product PNG.SH --account T000001-GAS-01"
    #expect(office.run(create).output.contains("payment-password-not-set"))
    #expect(office.run("check nobody-1 trade.listing.view").output.contains("operator-unknown"))
    #expect(office.run("check trader-01 no.such").output.contains("menu-unknown"))
    #expect(office.run("check trader-01").exit == 64)
    #expect(office.run("check trader-01 trade.listing.view --at yesterday").exit == 65)
    #expect(office.run("check trader-01 trade.listing.view --tenant M000009").exit == 67)
  }

  @Test func `a batch answers every line in its order, bad ones too`() throws {
    let lines = [
      "username,menu,product,account", "trader-01,trade.listing.view,PNG.SH,",
      "trader-01,,,", "trader-01,trade.listing.view,LNG", "nobody-1,trade.listing.view",
    ]
    let file = office.exchange.directory.file("batch.csv")
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let plain = office.run("check --batch \(file)")
    #expect(plain.exit == 65)
    #expect(plain.errors.hasPrefix("error: a line cannot be read: line 3: "))
    #expect(plain.errors.contains("\nhint: the others are answered;"))
    let answers = plain.output.split(separator: "\n").map { $0.split(separator: "\t")[0] }
    #expect(answers == ["true", "error", "false", "false"])
    let json = office.run("check --batch \(file) --json").output.split(separator: "\n")
    #expect(json.count == 4)
    #expect(json[0].hasPrefix(#"{"allowed":true,"reasons":[],"scope":"tenant","revision":"#))
    #expect(json[1].hasPrefix(#"{"error":{"code":"invalid-line","message":"line 3: "#))
    #expect(json[2].contains("product-not-granted"))
    #expect(json[3].contains("operator-unknown"))
    #expect(office.run("check trader-01 --batch \(file)").exit == 64)
    #expect(office.run("check --batch \(file)-not-there").exit == 66)
  }

  @Test func `an explanation is a story for people and facts for programs`() {
    let words = "explain trader-01 trade.listing.view --product LNG"
    let story = office.run(words)
    #expect(story.exit == 1)
    #expect(story.output.contains("the smallest grant that is missing: product LNG"))
    #expect(story.output.contains(" 6 ✗ a grant covers it and is valid: "))
    #expect(office.run(words, language: "zh").output.contains("最小的补充授权：产品 LNG"))
    let facts = office.run(words + " --json").output
    #expect(facts.contains(#""step":"grant","passed":false,"reason":"product-not-granted""#))
    #expect(facts.contains(#""smallest_grant":{"menu":null,"product":"LNG","account":null}"#))
  }

  @Test func `what one can do and who can do it agree`() {
    let can = office.run("can trader-01").output.split(separator: "\n")
    #expect(can.contains("trade.listing.view\tPNG.SH\t*\town\tfalse"))
    #expect(can.contains("trade.listing.create\tPNG.SH\t*\town\ttrue"))
    #expect(
      office.run("who-can trade.listing.view --product PNG.SH.W").output
        == "master-01\t管理员\ntrader-01\t张三\n")
    #expect(office.run("who-can trade.listing.view --product LNG").output == "master-01\t管理员\n")
    #expect(office.run("who-can trade").exit == 67)
    #expect(office.run("can trader-09").exit == 67)
  }

  @Test func `a question about a change is answered without making it`() throws {
    let file = office.exchange.directory.file("after.json")
    try Self.start.replacing("PNG.SH", with: "LNG")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let question = "check trader-01 trade.listing.view --product LNG"
    #expect(office.run(question).exit == 1)
    func ask(_ words: String) -> Ran {
      Ran(
        ["what-if", file, "--lang", "en", "--"] + words.split(separator: " ").map(String.init),
        environment: office.environment)
    }
    #expect(ask(question).exit == 0)
    #expect(ask("check trader-01 trade.listing.view --product PNG.SH").exit == 1)
    #expect(ask("can trader-01").output.contains("trade.listing.view\tLNG\t*\town\tfalse"))
    #expect(ask("who-can trade.listing.view --product LNG").output.contains("trader-01"))
    #expect(ask("explain trader-01 trade.listing.view").exit == 64)
    #expect(ask("can").exit == 64)
    #expect(office.run(question).exit == 1)
  }

  @Test func `what could not be applied cannot be supposed`() throws {
    let file = office.exchange.directory.file("outside.json")
    let document =
      #"{"format":"iamctl/1","tenant":"M000001","#
      + #""roles":[{"name":"r","menus":["trade.efp"]}]}"#
    try document.write(toFile: file, atomically: true, encoding: .utf8)
    let applied = office.run("apply \(file) --dry-run")
    // Before the question is looked at: here it is one about nobody, which would be told by itself.
    for question in [["who-can", "trade.listing.view"], ["can", "trader-09"]] {
      let supposed = Ran(
        ["what-if", file, "--lang", "en", "--"] + question, environment: office.environment)
      #expect(supposed.exit == 77 && supposed.output.isEmpty)
      #expect(supposed.errors == applied.errors)
    }
  }

  @Test func `the common options stand on either side of the question`() throws {
    let file = office.exchange.directory.file("after.json")
    try Self.start.write(toFile: file, atomically: true, encoding: .utf8)
    func ask(_ before: String, _ after: String) -> Ran {
      let words = "what-if \(file) \(before) -- \(after)".split(separator: " ").map(String.init)
      return Ran(words, environment: office.environment)
    }
    let tenant = "--tenant M000001"
    for question in [
      "check trader-01 trade.listing.view --product PNG.SH", "can trader-01",
      "who-can trade.listing.view",
    ] {
      let json = ask("--json", question)
      #expect(json.exit == 0 && json.output.hasPrefix(question.hasPrefix("check") ? "{" : "["))
      #expect(ask("", question + " --json").output == json.output)
      #expect(ask("", "\(question) --json \(tenant)").output == json.output)
      #expect(ask("\(tenant) --json", question).output == json.output)
      #expect(ask("", "\(question) --db \(office.exchange.path)").exit == 0)
      #expect(ask(tenant, "\(question) \(tenant)").exit == 64)
      #expect(ask(tenant + "9", question).exit == 67)
    }
    let chinese = ask("", "can trader-09 --lang zh --json")
    #expect(chinese.exit == 67 && chinese.errors.contains("没有名为"))
    #expect(ask("", "can trader-01 --jsn").errors.contains("--json"))
    #expect(ask("", "can --help").output.contains("what-if"))
    #expect(ask("", "can trader-01 --dry-run").exit == 64)
  }

  @Test func `after two dashes every other command takes words as they are`() {
    let ran = office.run("can -- --json")
    #expect(ran.exit != 0 && !ran.errors.hasPrefix("{"))
  }

  @Test func `questions about others take the menu for it`() throws {
    try office.login("trader-01")
    #expect(office.run("check trader-01 trade.listing.view --product PNG.SH").exit == 0)
    #expect(office.run("check master-01 trade.listing.view").exit == 77)
    #expect(office.run("who-can trade.listing.view").exit == 77)
    #expect(office.run("can trader-01").exit == 0)
  }
}
