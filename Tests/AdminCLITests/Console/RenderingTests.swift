import IAM
import Testing

@testable import AdminCLI

/// Data on standard output: aligned for people, tabs for programs, one JSON value with `--json`.
struct RenderingTests {
  private struct Row {
    let username: String
    let name: String
    let tries: Int64
  }

  private static let rows = [
    Row(username: "trader-001", name: "张三", tries: 3),
    Row(username: "clerk_2", name: "a\tb\u{202E}", tries: 12),
  ]

  private static let columns: [Column<Row>] = [
    Column("username", Text(zh: "用户名", en: "USERNAME")) { .text($0.username) },
    Column("name", Text(zh: "姓名", en: "NAME")) { .text($0.name) },
    Column("failed_tries", Text(zh: "失败次数", en: "FAILED")) { .number($0.tries) },
    Column("state", Text(zh: "状态", en: "STATE")) { _ in
      .phrase(code: "active", Text(zh: "正常", en: "active"))
    },
  ]

  private static let list = Command("list", Text("list"), examples: ["iamctl list"]) { _ in
    .table(rows, columns)
  }

  private func ran(_ words: [String], width: Int? = nil, colour: Bool = false) -> Ran {
    var terminal = Terminal()
    terminal.isOutput = width != nil
    terminal.width = width ?? 80
    terminal.allowsColour = colour
    return Ran(["list"] + words, commands: [Self.list], terminal: terminal)
  }

  @Test func `a terminal shows aligned columns under localized headings`() {
    #expect(
      ran(["--lang", "zh"], width: 80).output == """
        用户名      姓名          失败次数  状态
        trader-001  张三                 3  正常
        clerk_2     a\\tb\\u{202E}        12  正常

        """)
    #expect(ran([], width: 80, colour: true).output.hasPrefix("\u{1B}[1mUSERNAME    NAME"))
  }

  @Test func `a narrow terminal cuts wide columns but never the first`() {
    #expect(
      ran([], width: 36).output == """
        USERNAME    NAME      FAILED  STATE
        trader-001  张三           3  active
        clerk_2     a\\tb\\u{…      12  active

        """)
  }

  @Test func `a very narrow terminal shows a record a row`() {
    #expect(
      ran([], width: 24).output == """
        USERNAME  trader-001
        NAME      张三
        FAILED    3
        STATE     active

        USERNAME  clerk_2
        NAME      a\\tb\\u{202E}
        FAILED    12
        STATE     active

        """)
  }

  @Test func `a pipe gets tabs, codes and no heading`() {
    #expect(
      ran(["--lang", "zh"]).output
        == "trader-001\t张三\t3\tactive\nclerk_2\ta\\tb\\u{202E}\t12\tactive\n")
  }

  @Test func `JSON has stable keys and codes in every language`() {
    let json = ran(["--json"]).output
    #expect(
      json.hasPrefix(
        #"[{"username":"trader-001","name":"张三","failed_tries":3,"state":"active"},"#))
    #expect(ran(["--json", "--lang=zh"]).output == json)
  }

  @Test func `no rows are no lines, an empty array, or a word for people`() {
    let none = Output.table([Row](), Self.columns)
    let empty = Command("list", Text("list"), examples: ["iamctl list"]) { _ in none }
    #expect(Ran("list", commands: [empty]).output == "")
    #expect(Ran("list --json", commands: [empty]).output == "[]\n")
    let seen = Ran(["list"], commands: [empty], terminal: Terminal(isOutput: true))
    #expect(seen.output == "(none)\n")
  }

  @Test func `records are labelled for people and keyed for programs`() {
    let show = Command("show", Text("show"), examples: ["iamctl show"]) { _ in
      .record(
        Field("first_login", Text(zh: "首次登录", en: "first login"), .bool(true)),
        Field("expires_at", Text(zh: "到期", en: "expires"), .time(0)),
        Field("menus", Text(zh: "菜单", en: "menus"), .list(["trade", "delivery", "funds"])),
        Field("until", Text(zh: "截止", en: "until"), .none),
        Field(
          "holdings", Text(zh: "持有", en: "holds"),
          .value([["name": "G"]], shown: [Text(zh: "组 G", en: "group G"), Text("\u{1B}")])),
        Field(
          "pending", Text(zh: "待办", en: "open"),
          .cells([.phrase(code: "a", Text(zh: "甲", en: "A")), .text("b")])))
    }
    let words = ["show", "--lang", "zh"]
    #expect(
      Ran(words, commands: [show], terminal: Terminal(isOutput: true, width: 30)).output == """
        首次登录  是
        到期      1970-01-01 08:00:00
                  +08:00
        菜单      trade, delivery,
                  funds
        截止      -
        持有      组 G
                  \\u{1B}
        待办      甲, b

        """)
    #expect(
      Ran("show", commands: [show]).output
        == "first_login\ttrue\nexpires_at\t1970-01-01T00:00:00Z\n"
        + "menus\ttrade,delivery,funds\nuntil\t\nholdings\t[{\"name\":\"G\"}]\npending\ta,b\n"
    )
    #expect(
      Ran("show --json", commands: [show]).output
        == #"{"first_login":true,"expires_at":"1970-01-01T00:00:00Z","#
        + #""menus":["trade","delivery","funds"],"until":null,"#
        + #""holdings":[{"name":"G"}],"pending":["a","b"]}"# + "\n")
  }

  private static let wide: [Column<Row>] = [
    Column("seq", Text("SEQ")) { .text($0.username) },
    Column("at", Text("TIME")) { _ in .time(1_769_839_205_250) },
    Column("name", Text("NAME"), isDetail: true) { .text($0.name) },
    Column("note", Text("NOTE"), isDetail: true) { _ in .text(String(repeating: "n", count: 30)) },
  ]

  @Test(arguments: [(80, true, "2026-01-31 14:00"), (36, false, "2026-01-31 14:00")])
  func `details give way where a line is short, and it is said which`(
    width: Int, isWhole: Bool, time: String
  ) {
    let list = Command("list", Text("list"), examples: ["iamctl list"]) { _ in
      .table(Self.rows, Self.wide)
    }
    let terminal = Terminal(isOutput: true, width: width)
    let seen = Ran(["list", "--lang", "en"], commands: [list], terminal: terminal).output
    #expect(seen.contains(time))
    #expect(seen.contains("NOTE"))
    #expect(seen.contains("nnnn") == isWhole)
    #expect(seen.contains("(left out in so narrow") == !isWhole)
    // Programs get everything, whatever the window.
    let piped = Ran(["list"], commands: [list]).output
    #expect(piped.contains("nnnn") && piped.contains("2026-01-31T06:00:05.250Z"))
  }

  @Test func `a time that does not fit is a day, never half a time`() {
    let list = Command("list", Text("list"), examples: ["iamctl list"]) { _ in
      .table(Self.rows, Array(Self.wide.prefix(2)))
    }
    let terminal = Terminal(isOutput: true, width: 23)
    let seen = Ran(["list"], commands: [list], terminal: terminal).output
    #expect(seen.contains("2026-01-31") && !seen.contains("…") && !seen.contains("14:0"))
  }

  @Test func `every error has a hint, and long input is cut in it`() {
    let long = String(repeating: "z", count: 100_000)
    let fail = Command("fail", Text("fail"), examples: ["iamctl fail"]) { _ -> Output in
      throw CommandFailure("broken", Text("`\(long)` is broken"), exit: .conflict)
    }
    let told = Ran("fail", commands: [fail])
    #expect(told.exit == 76 && told.errors.utf8.count < 1000)
    #expect(
      told.errors.hasSuffix("is broken\nhint: look at the present state; nothing was changed\n"))
    let json = Ran("fail --json", commands: [fail]).errors
    #expect(json.contains(#""hint":"look at the present state; nothing was changed""#))
  }

  @Test func `messages are for people, their facts for programs`() {
    let told = Command("say", Text("say"), examples: ["iamctl say"]) { _ in
      .message(Text(zh: "已停用", en: "suspended"), json: ["state": "suspended"])
        .noting(Text(zh: "另", en: "more"))
    }
    let plain = Ran("say", commands: [told])
    #expect((plain.output, plain.errors) == ("", "suspended\nmore\n"))
    let json = Ran("say --json", commands: [told])
    #expect((json.output, json.errors) == ("{\"state\":\"suspended\"}\n", ""))
  }

  @Test func `a document is the same bytes whoever reads it`() {
    let export = Command("export", Text("export"), examples: ["iamctl export"]) { _ in
      .document(["format": "iamctl/1"])
    }
    let expected = "{\n  \"format\": \"iamctl/1\"\n}\n"
    #expect(Ran("export", commands: [export]).output == expected)
    #expect(Ran("export --json", commands: [export]).output == expected)
  }

  @Test func `a reader that left is no failure, a full disk is`() {
    func console(_ failure: WriteFailure, _ errors: CapturedOutput) -> Console {
      Console(
        environment: [:], input: GivenInput(), output: CapturedOutput(failing: failure),
        errors: errors)
    }
    let quiet = CapturedOutput()
    #expect(run(arguments: ["version"], console: console(.nobodyReads, quiet)) == 0)
    #expect(quiet.text == "")
    let loud = CapturedOutput()
    #expect(run(arguments: ["version"], console: console(.failed("no space"), loud)) == 73)
    #expect(loud.text.hasPrefix("error: cannot write output: no space\nhint: "))
  }

  /// C8: the red notice.
  @Test func `a notice is a red box on a terminal and a line elsewhere`() {
    let notice = Command("warn", Text("warn"), examples: ["iamctl warn"]) { context in
      context.console.notice(Text(zh: "请先修改密码", en: "change the password first"))
      return .text("")
    }
    #expect(Ran("warn", commands: [notice]).errors == "change the password first\n")
    #expect(Ran("warn --json", commands: [notice]).errors == "")
    var terminal = Terminal(isErrors: true)
    let words = ["warn", "--lang", "zh"]
    let box = ["┌──────────────┐", "│ 请先修改密码 │", "└──────────────┘"]
    #expect(
      Ran(words, commands: [notice], terminal: terminal).errors
        == box.map { $0 + "\n" }.joined())
    terminal.allowsColour = true
    #expect(
      Ran(words, commands: [notice], terminal: terminal).errors
        == box.map { "\u{1B}[31m\($0)\u{1B}[0m\n" }.joined())
  }
}
