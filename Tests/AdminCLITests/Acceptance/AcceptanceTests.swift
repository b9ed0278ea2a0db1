import Testing

@testable import AdminCLI
@testable import IAM

/// What a member, its operators and the exchange see from registration on, through the commands.
///
/// A1–A11, A13, B1–B7, C1, C8, C9.
struct AcceptanceTests {
  private let story: Story
  private let account = ["--account", "T000001-GAS-01"]

  init() throws { story = try Story.told.get() }

  private func check(_ words: String...) -> Ran {
    story.stage.ran("master", words: ["check"] + words + ["--json"])
  }

  @Test func `every step of the story that is in its turn is done`() {
    let refused = [
      "bind before profile", "apply before profile", "account before profile", "profile again",
      "apply before bind", "account before bind", "ended session", "account before apply",
      "account before approval",
    ]
    for (name, ran) in story.steps where !refused.contains(name) {
      #expect(ran.exit == 0, "\(name): \(ran.errors)")
      #expect(ran.errors.isEmpty, "\(name)")
    }
    for name in refused { #expect(story[name].exit != 0 && story[name].output.isEmpty, "\(name)") }
  }

  /// A7–A11: profile, bank account, application, approval, account.
  @Test(arguments: [
    ("bind before profile", "profile-missing", "member profile set"),
    ("apply before profile", "profile-missing", "member profile set"),
    ("account before profile", "tenant-not-approved", "member profile set"),
    ("profile again", "profile-submitted", "ask the exchange"),
    ("apply before bind", "bank-missing", "member bank bind"),
    ("account before bind", "tenant-not-approved", "member bank bind"),
    ("account before apply", "tenant-not-approved", "member apply"),
    ("account before approval", "tenant-under-review", "member approve"),
  ])
  func `a step out of order ends in 76 and names the next one`(
    step: String, code: String, next: String
  ) throws {
    let ran = story[step]
    #expect(ran.exit == 76)
    let failure = try ran.failure()
    #expect(failure["code"]?.string == code)
    #expect(failure["hint"]?.string.contains(next) == true, "\(ran.errors)")
  }

  /// A8: binding ends the session.
  @Test func `binding the bank account ends the session`() throws {
    #expect(story["ended session"].exit == 77)
    #expect(try story["ended session"].failure()["code"]?.string == "not-logged-in")
  }

  /// B1, C8: a fresh operator has the security centre and nothing else, whatever was ticked.
  @Test func `a fresh trader is denied everywhere but in the security centre`() throws {
    let menus = try story.stage.ran("master", "catalog menus").json().elements
    let codes = menus.map { $0["code"]?.string ?? "" }
    let leaves = menus.filter { menu in
      let code = menu["code"]?.string ?? ""
      return !codes.contains { $0.hasPrefix(code + ".") }
    }
    #expect(leaves.count > 60)
    let lines = leaves.map { menu in
      let marks = menu["marks"]?.elements.map(\.string) ?? []
      let product = marks.contains("p") ? "PNG.SH.D1" : ""
      let account = marks.contains("a") ? "T000001-GAS-01" : ""
      return "trader-001,\(menu["code"]?.string ?? ""),\(product),\(account)\n"
    }
    let ran = story.stage.ran(
      "master", words: ["check", "--batch", "-", "--payment-verified", "--json"],
      input: lines.joined())
    #expect(ran.exit == 0)
    #expect(ran.lines.count == leaves.count)
    for (line, menu) in zip(ran.lines, leaves) {
      let answer = try JSONValue(reading: line)
      if menu["code"] == "member-center.user-info.security" {
        #expect(answer["allowed"] == true)
      } else {
        #expect(answer["allowed"] == false)
        #expect(answer["reasons"]?.elements.first == "first-login-incomplete", "\(line)")
      }
    }
  }

  /// A6, A10, C9, F4: the product in either spelling.
  @Test(arguments: ["PNG.SH.D1", "PNG SH D1", "PNG-SH-D1"])
  func `the master may list what the exchange has opened`(product: String) throws {
    let ran = check(
      "sanxia-gas", "trade.listing.create", "--product", product, account[0], account[1],
      "--payment-verified")
    #expect(ran.exit == 0, "\(ran.output)\(ran.errors)")
    #expect(try ran.json()["allowed"] == true)
    // About oneself, what one's own session has proved counts; the exchange's proved nothing.
    let unpaid = story.stage.ran(
      "staff",
      words: ["check", "sanxia-gas", "trade.listing.create", "--product", product] + account
        + ["--json"])
    #expect(unpaid.exit == 1)
    #expect(try unpaid.json()["reasons"] == ["payment-password-required"])
  }

  /// C1: what the exchange has not opened is closed to the master as well.
  @Test(arguments: [
    ["trade.listing.create", "--product", "LNG.SH.D1", "--account", "T000001-GAS-01"],
    ["trade.efp.create", "--product", "BOND", "--account", "T000001-GAS-01"],
    ["exchange.members.review"],
  ])
  func `the master is denied what the exchange has not opened`(question: [String]) throws {
    let words = ["check", "sanxia-gas"] + question + ["--payment-verified", "--json"]
    let ran = story.stage.ran("master", words: words)
    #expect(ran.exit == 1 && ran.errors.isEmpty)
    #expect(try ran.json()["allowed"] == false)
    #expect(try ran.json()["reasons"]?.elements.first == "outside-entitlement")
  }

  /// A11: both accounts at once.
  @Test func `the trading account comes with its settlement account`() {
    #expect(
      story["account"].output.contains(
        #""account":"T000001-GAS-01","settlement_account":"S000001-GAS-01","market":"gas""#))
  }

  /// B5, B6: the presets give what the manual recommends.
  @Test func `the preset groups hold the recommended menus`() throws {
    let trader = try story.stage.ran("master", "menu-group show 交易交收员").json()
    #expect(
      Set(trader["menus"]?.elements.map(\.string) ?? []) == [
        "member-center.user-info", "member-center.receive-points", "member-center.gate-prices",
        "trade", "delivery", "funds.settlement.query",
      ])
    let clerk = try story.stage.ran("master", "menu-group show 结算员").json()
    #expect(
      Set(clerk["menus"]?.elements.map(\.string) ?? []) == ["member-center.user-info", "funds"])
  }
}
