import Testing

@testable import AdminCLI

/// Help, manual and man page come from the commands, so no command can lack them.
struct HelpTests {
  @Test(arguments: allCommands.map(\.name))
  func `every command has a summary, an example, help and a place in the manual`(name: String) {
    guard let command = allCommands.named(name) else {
      Issue.record("no command is called \(name)")
      return
    }
    let manual = Manual.markdown(commands: allCommands)
    #expect(!command.summary.zh.isEmpty && !command.summary.en.isEmpty)
    #expect(!command.summary.en.hasSuffix(".") && !command.summary.zh.hasSuffix("。"))
    #expect(command.examples.contains { $0.contains("iamctl \(name)") })
    #expect(manual.contains("\n### iamctl \(name)\n\n\(command.summary.zh) · "))
    for language in Language.allCases {
      let help = command.help(in: language, width: 80)
      #expect(help.hasPrefix(command.summary[language] + "\n"))
      for shape in command.shapes {
        #expect(help.contains(shape.name))
        #expect(!shape.help[language].isEmpty)
      }
    }
  }

  @Test func `names are unique and of one to three words`() {
    #expect(Set(allCommands.map(\.name)).count == allCommands.count)
    for command in allCommands {
      #expect((1...3).contains(command.name.split(separator: " ").count))
    }
  }

  @Test func `a family holds every command that its word begins, and no other`() {
    #expect(Set(CommandFamily.all.map(\.word)).count == CommandFamily.all.count)
    for family in CommandFamily.all {
      let names = family.commands().map(\.name)
      let meant = allCommands.map(\.name).filter { $0.split(separator: " ")[0] == family.word }
      #expect(names == meant)
    }
  }

  @Test(arguments: [
    "", "-h", "operator", "operator list -h", "operator nosuch", "nosuch", "--lang zh member",
    "member list --nosuch", "session roles", "version",
  ])
  func `a line means the same among its family as among all commands`(line: String) {
    let words = line.split(separator: " ").map(String.init)
    let all = Ran(words)
    let near = Ran(words, commands: CommandFamily.commands(for: words))
    #expect(near.exit == all.exit)
    #expect(near.output == all.output)
    #expect(near.errors == all.errors)
  }

  @Test func `arguments that may be left out come last`() {
    for command in allCommands + sampleCommands {
      let places = command.parameters.filter { $0.kind == .argument }
      #expect(places.drop(while: \.isRequired).allSatisfy { !$0.isRequired })
      #expect(places.dropLast().allSatisfy { !$0.isRepeated })
      #expect(Set(command.shapes.map(\.name)).count == command.shapes.count)
    }
  }

  @Test(arguments: ["", "-h", "operator", "operator -h", "operator create -h", "--lang zh"])
  func `help is found at every level`(line: String) {
    let ran = Ran(line, commands: sampleCommands)
    #expect(ran.exit == 0)
    #expect(ran.errors == "")
    #expect(ran.output.contains("iamctl operator create"))
  }

  @Test func `help names examples first, then usage with every parameter`() {
    #expect(
      Ran("operator create --help", commands: sampleCommands).output == """
        Create an operator

        Examples:
          iamctl operator create trader-001 --name 张三

        Usage:
          iamctl operator create USERNAME --name N [--limit N] [--menu M]… [--quiet] [--dry-run]

        Arguments:
          USERNAME  the username

        Options:
          --name N   the person's name
          --limit N  a limit
          --menu M…  a menu
          --quiet    say less
          --dry-run  do it, show what would change, roll back

        Options of every command:
          --db FILE        the database file
          --key-file FILE  the key file of personal data
          --lang zh|en     the language of texts
          --json           write one JSON value
          --help           show help (also -h)

        """)
  }

  @Test func `a noun lists its verbs, the program its nouns`() {
    let noun = Ran("operator", commands: sampleCommands).output
    #expect(noun.contains("\n  operator create  Create an operator\n  operator delete  Delete op"))
    let program = Ran("", commands: sampleCommands).output
    #expect(program.contains("\n  operator  create, delete\n"))
    #expect(program.contains("\n  member    bank\n"))
    #expect(program.contains("\n  check     Check a permission\n"))
  }

  @Test func `help is one JSON value when asked for`() {
    let ran = Ran("operator create -h --json --lang zh", commands: sampleCommands)
    #expect(ran.output.hasPrefix(#"{"command":"operator create","summary":"新增操作员","usage":"#))
    #expect(Ran("operator --json", commands: sampleCommands).output.hasPrefix(#"[{"command":"#))
  }

  @Test func `secrets and files are named in the help`() {
    let help = Ran("password change -h", commands: sampleCommands).output
    #expect(help.contains("one a line: current password,"))
    #expect(Ran("what-if -h", commands: sampleCommands).output.contains("FILE -- QUESTION…"))
  }

  @Test func `the manual escapes what its format would act on`() {
    let odd = Command(
      "odd", Text(zh: ".奇", en: ".odd"), examples: ["iamctl odd 'a\\b'"],
      OptionalOption("--on", "a|b", Text(zh: "甲|乙", en: "a|b"))
    ) { _, _ in .text("") }
    #expect(Manual.markdown(commands: [odd]).contains("| `--on a\\|b` | 甲\\|乙 | a\\|b |"))
    let page = Manual.roff(commands: [odd], language: .en)
    #expect(page.contains("\n\\&.odd\n"))
    #expect(page.contains("iamctl odd 'a\\eb'"))
    #expect(page.contains("\n.B \\-\\-on a|b\n"))
  }

  @Test func `the help command writes each form`() {
    #expect(Ran("help version").output.hasPrefix("Show the version\n"))
    #expect(Ran("help").output == Ran("").output)
    #expect(Ran("help --format markdown").output == Manual.markdown(commands: allCommands))
    #expect(Ran("help --format man").output.hasPrefix(".TH IAMCTL 1\n"))
    #expect(Ran("help nothing").exit == 64)
  }
}
