import Testing

@testable import AdminCLI

/// The contract's conventions: where words and flags may stand, and what is refused.
struct GrammarTests {
  private func output(_ line: String) -> String {
    let ran = Ran(line, commands: sampleCommands)
    return ran.exit == 0 || ran.exit == 1 ? ran.output : ran.errors
  }

  private let create = "operator create trader --name Li"

  @Test func `every kind of parameter reaches the action`() {
    #expect(
      output("operator create trader --name Li --limit 3 --menu a --menu b --quiet")
        == "trader / Li / 3 / [\"a\", \"b\"] / true / false\n")
    #expect(output(create) == "trader / Li / none / [] / false / false\n")
    #expect(output("check trader trade") == "username\ttrader\nmenu\ttrade\n")
    #expect(output("check trader") == "username\ttrader\nmenu\t\n")
  }

  @Test(arguments: [
    "operator create trader --name=Li", "operator create --name Li trader",
    "operator --name Li create trader", "--name Li operator create trader",
    "operator create --name=Li -- trader", "operator --db x create trader --name Li",
  ])
  func `flags may stand anywhere and values may be joined`(line: String) {
    #expect(output(line) == output(create))
  }

  @Test func `two dashes end the options`() {
    #expect(output("check -- -x --json") == "username\t-x\nmenu\t--json\n")
    #expect(output("what-if - -- check a --limit") == "- / [\"check\", \"a\", \"--limit\"]\n")
    // What every command has also stands among the words of another command.
    #expect(output("what-if - -- check a --json") == output("what-if - --json -- check a"))
  }

  @Test func `a value may be empty or begin with two dashes only when joined`() {
    let words = ["operator", "create", "trader", "--name="]
    #expect(Ran(words, commands: sampleCommands).output.hasPrefix("trader /  / none"))
    #expect(output("operator create trader --name=--x").hasPrefix("trader / --x"))
    #expect(
      output("operator create trader --name --quiet").hasPrefix(
        "error: option `--name` needs a value\nhint: write `--name N`"))
  }

  @Test(arguments: [
    ("oprator", "unknown command `oprator`", "did you mean `operator`?"),
    ("op", "unknown command `op`", "did you mean `operator`?"),
    ("operator craete", "unknown command `operator craete`", "did you mean `operator create`?"),
    ("xyzzy", "unknown command `xyzzy`", "see `iamctl -h` for the commands"),
    ("operator xyzzy", "unknown command `operator xyzzy`", "see `iamctl operator -h` for the "),
    ("check a --jsn", "unknown option `--jsn`", "did you mean `--json`?"),
    ("operator --frob", "unknown option `--frob`", "see -h for the options"),
    ("check", "missing `USERNAME`", "`USERNAME`: the username"),
    ("operator delete", "missing `USERNAME`", "`USERNAME`: the usernames"),
    ("operator create trader", "missing `--name N`", "`--name`: the person's name"),
    ("what-if f", "missing `-- QUESTION`", "`QUESTION`: the question"),
    ("check a b c", "unexpected argument `c`", "see -h"),
    ("operator create abc --name", "option `--name` needs a value", "write `--name N`"),
    ("operator create abc --name a --name b", "option `--name` is given twice", "give it once"),
    ("operator create abc --name a --quiet=1", "option `--quiet` takes no value", "write"),
    ("operator create ab --name a", "USERNAME: `ab` is too short", ""),
    ("operator create abc --name a --limit x", "--limit: `x` is not a whole number", ""),
    ("member bank bind --file f --preset trade", "--preset: `trade` is not one of", "did you"),
    ("member bank bind --file f --preset q", "--preset: `q` is not one", "choose one of: trader, "),
    ("check a --lang fr", "--lang: `fr` is not one of the values", "choose one of: zh, en"),
    ("check a --dry-run", "unknown option `--dry-run`", "see -h"),
    ("operator create abc --name a --yes", "unknown option `--yes`", ""),
    ("check a --password-stdin", "unknown option `--password-stdin`", "see -h"),
  ])
  func `a wrong command line is a usage error with a hint`(
    line: String, message: String, hint: String
  ) {
    let ran = Ran(line, commands: sampleCommands)
    #expect(ran.exit == 64)
    #expect(ran.output == "")
    #expect(ran.errors.hasPrefix("error: \(message)"))
    #expect(hint.isEmpty || ran.errors.contains("\nhint: \(hint)"))
  }

  @Test func `errors are an object with --json and speak the language`() {
    #expect(
      Ran("check --json", commands: sampleCommands).errors
        == #"{"error":{"code":"usage","message":"missing `USERNAME`","#
        + #""hint":"`USERNAME`: the username"}}"# + "\n")
    #expect(
      Ran("oprator --lang zh", commands: sampleCommands).errors
        == "error: 没有命令 `oprator`\nhint: 是不是想写 `operator`？\n")
  }

  @Test func `what users typed cannot act on the terminal`() {
    let ran = Ran(["\u{1B}[31m\nx\u{202E}"], commands: sampleCommands)
    #expect(ran.errors.hasPrefix("error: unknown command `\\u{1B}[31m\\nx\\u{202E}`\nhint: "))
  }

  @Test func `a negative answer exits 1 and changes can be tried`() {
    #expect(Ran("check trader", commands: sampleCommands).exit == 1)
    let ran = Ran(create + " --dry-run", commands: sampleCommands)
    #expect(ran.output.hasSuffix("true\n"))
    #expect(ran.errors == "dry run: nothing was changed\n")
  }

  @Test(arguments: [
    ([EnvironmentVariable: String](), Language.en), ([.locale: "zh_CN.UTF-8"], .zh),
    ([.localeMessages: "en_GB", .locale: "zh_CN"], .en),
    ([.localeAll: "ZH", .localeMessages: "en_GB"], .zh),
    ([.localeAll: "", .locale: "zh"], .zh), ([.localeAll: "C", .locale: "zh"], .en),
  ])
  func `the first locale variable that is set decides`(
    environment: [EnvironmentVariable: String], language: Language
  ) {
    #expect(Language(environment: environment) == language)
  }

  @Test func `an unforeseen error is an internal error`() {
    struct Surprise: Error {}
    let broken = Command("break", Text("break"), examples: ["iamctl break"]) { _ in
      throw Surprise()
    }
    let ran = Ran("break", commands: [broken])
    #expect(ran.exit == 70)
    #expect(ran.errors.hasPrefix("error: internal error: Surprise()\nhint: "))
  }

  @Test func `paths follow options, then variables, then the home`() throws {
    func context(_ environment: [EnvironmentVariable: String], db: String? = nil) -> Context {
      var options = CommonOptions()
      options.database = db
      return Context(
        console: Console(
          environment: environment, input: GivenInput(), output: CapturedOutput(),
          errors: CapturedOutput()), options: options)
    }
    let home: [EnvironmentVariable: String] = [.home: "/h"]
    #expect(try context(home, db: "x.db").databasePath() == "x.db")
    #expect(try context([.database: "/d", .home: "/h"]).databasePath() == "/d")
    #expect(try context(home).databasePath() == "/h/.local/share/iamctl/iam.db")
    #expect(try context([.stateHome: "/s"]).sessionPath() == "/s/iamctl/session")
    #expect(try context(home).sessionPath() == "/h/.local/state/iamctl/session")
    #expect(throws: CommandFailure.self) { try context([:]).databasePath() }
  }
}
