import Testing

@testable import AdminCLI
@testable import IAM

/// What programs and people read: the keys of JSON, both languages, tables and lines.
struct PresentationTests {
  private let story: Story

  init() throws { story = try Story.told.get() }

  /// B4: the answers whose members the contract names.
  @Test func `objects have the members of the contract`() throws {
    let expected: [String: [String]] = [
      "login": ["operator", "tenant", "expires_at", "last_login_at", "first_login", "pending"],
      "register": ["tenant", "username", "state"],
      "account": ["account", "settlement_account", "market"],
      "trader": ["operator", "one_time_password", "expires_at"],
    ]
    for (step, keys) in expected {
      #expect(Array(try story[step].json().keys.prefix(keys.count)) == keys, "\(step)")
    }
    #expect(try story["login"].json().keys.contains("never_used"))
    #expect(try story["login"].json()["pending"] == [])
    let stage = try Stage(copying: story.stage)
    let institution = stage.ran(
      "staff",
      "institution create --name 某机构 --organisation-code D2143569-X --member M000001")
    #expect(
      try institution.json().keys.prefix(3) == ["tenant", "username", "one_time_password"],
      "\(institution.errors)")
  }

  @Test func `a check, its batch and its explanation have the members of the contract`() throws {
    let question = "trader-001 trade.contracts --account T000001-GAS-01"
    let check = story.stage.ran("master", "check \(question)")
    #expect(try check.json().keys == ["allowed", "reasons", "scope", "revision"])
    let batch = story.stage.ran(
      "master", words: ["check", "--batch", "-", "--json"],
      input: "trader-001,trade.contracts,,T000001-GAS-01\n")
    #expect(batch.output == check.output)
    let explained = story.stage.ran("master", "explain \(question)")
    #expect(explained.exit == 1 && !explained.output.isEmpty)
    let can = try story.stage.ran("master", "can sanxia-gas").json().elements
    #expect(can.first?.keys == ["menu", "products", "accounts", "source", "payment"])
  }

  @Test func `an exported document has the members of the contract`() throws {
    let document = try story.stage.ran("master", "export").json()
    #expect(
      document.keys == [
        "format", "tenant", "menu_groups", "product_groups", "roles", "groups", "operators",
        "separations",
      ])
    #expect(document["format"] == "iamctl/1" && document["tenant"] == "M000001")
    #expect(document["menu_groups"]?.elements.first?.keys == ["name", "menus"])
    #expect(document["product_groups"]?.elements.first?.keys == ["name", "products"])
    #expect(
      document["groups"]?.elements.first?.keys == [
        "name", "parent", "pool", "roles", "menu_groups", "product_groups", "accounts", "admins",
      ])
    #expect(
      document["operators"]?.elements.first?.keys == [
        "username", "name", "group", "groups", "menu_groups", "product_groups", "menus",
        "products", "accounts", "roles", "state",
      ])
  }

  @Test func `an export that is applied changes nothing`() throws {
    let stage = try Stage(copying: story.stage)
    let exported = stage.ran("master", words: ["export"])
    let file = try stage.write(exported.output.utf8, to: "m1.json")
    #expect(stage.ran("master", "plan \(file)").exit == 0)
    #expect(stage.ran("master", "apply \(file)").exit == 0)
    #expect(stage.ran("master", words: ["export"]).output == exported.output)
  }

  @Test func `both languages say the same to programs and their own to people`() throws {
    let lists = [
      "operator list", "menu-group list", "product-group list", "group list", "account list",
      "role list", "session list", "policy show", "member show", "can sanxia-gas",
    ]
    for line in lists {
      let words = line.split(separator: " ").map(String.init)
      let shown = { (language: String, isTerminal: Bool, json: Bool) in
        story.stage.ran(
          "master", words: words + ["--lang", language] + (json ? ["--json"] : []),
          terminal: Terminal(isOutput: isTerminal, width: 200))
      }
      let piped = shown("zh", false, false)
      #expect(piped.exit == 0 && piped.errors.isEmpty, "\(line): \(piped.errors)")
      #expect(piped.output == shown("en", false, false).output || line == "policy show", "\(line)")
      let values = (shown("zh", false, true), shown("en", true, true))
      #expect(try values.0.json() == values.1.json(), "\(line)")
      let table = shown("zh", true, false).output
      #expect(table.unicodeScalars.contains { $0.value > 0x2E80 }, "\(line)")
      if line != "role list" { #expect(table != shown("en", true, false).output, "\(line)") }
      #expect(!piped.output.contains("\u{1B}"), "\(line)")
    }
  }

  @Test func `errors speak the language that was asked for`() {
    let words = ["operator", "show", "nobody-99", "--lang"]
    let chinese = story.stage.ran("master", words: words + ["zh"])
    let english = story.stage.ran("master", words: words + ["en"])
    #expect(chinese.errors.contains("没有名为 `nobody-99` 的操作员"))
    #expect(english.errors.contains("there is no operator `nobody-99`"))
    #expect(chinese.output.isEmpty && english.output.isEmpty)
    #expect(english.errors.split(separator: "\n").map { $0.prefix(6) } == ["error:", "hint: "])
  }
}
