import Foundation
import Glibc
import Testing

@testable import AdminCLI
@testable import IAM

/// Every exit code that scripts rely on is reached by a command of the program.
struct ExitCodeTests {
  private let story: Story

  init() throws { story = try Story.told.get() }

  private func master(_ line: String) -> Ran { story.stage.ran("master", line) }

  /// A command that ends in a failure says so on standard error alone, with all three parts.
  private func expect(_ ran: Ran, _ exit: ExitCode, _ code: String) throws {
    #expect(ran.exit == exit.rawValue, "\(ran.errors)")
    #expect(ran.output.isEmpty)
    #expect(try JSONValue(reading: ran.errors).keys == ["error"])
    #expect(try ran.failure().keys == ["code", "message", "hint"])
    #expect(try ran.failure()["code"]?.string == code)
  }

  @Test func `done and a negative answer`() {
    let security = "check trader-001 member-center.user-info.security"
    #expect(master(security).exit == 0)
    #expect(master("check trader-001 trade.contracts --account T000001-GAS-01").exit == 1)
  }

  @Test func `wrong usage, wrong data, a missing file, a missing thing`() throws {
    try expect(master("operator list --nonsense"), .usage, "usage")
    try expect(master("operator create 12345678 --name 张三"), .invalidData, "invalid-username")
    try expect(master("plan /nowhere/plan.json"), .inputFile, "unreadable-file")
    try expect(master("operator show nobody-99"), .notFound, "operator-not-found")
  }

  @Test func `no database, and one that is none`() throws {
    let stage = story.stage
    let missing = stage.ran(
      "staff", words: ["audit", "verify", "--json"],
      changing: [.database: stage.file("store/none.db")])
    try expect(missing, .unavailable, "database-missing")
    let paper = stage.ran(
      "staff", words: ["audit", "verify", "--json"],
      changing: [.database: stage.file("papers/profile.json")])
    #expect(paper.exit == ExitCode.configuration.rawValue && paper.output.isEmpty)
  }

  /// A trigger that should not be there stands for a defect that nobody planned for.
  @Test func `a defect is an internal error that changes nothing`() throws {
    let stage = try Stage(copying: story.stage)
    let raw = try Connection.open(
      path: stage.database, access: .readWrite,
      context: try Registry(opening: stage.database).database.context)
    try raw.run(
      script: """
        CREATE TRIGGER defect BEFORE INSERT ON menu_group BEGIN SELECT RAISE(ABORT, 'no'); END
        """)
    let ran = stage.ran("master", "menu-group create 夜盘")
    #expect(ran.exit == ExitCode.internalError.rawValue, "\(ran.errors)")
    #expect(ran.output.isEmpty)
    #expect(!stage.ran("master", "menu-group list").output.contains("夜盘"))
  }

  @Test func `output that cannot be written`() throws {
    let stage = story.stage
    try expect(
      stage.ran("staff", "audit export --out /nowhere/audit.jsonl"), .usage, "usage")
    let full = open("/dev/full", O_WRONLY)
    #expect(full >= 0)
    defer { close(full) }
    let errors = CapturedOutput()
    var console = Console(
      environment: stage.environment(of: "master"), input: GivenInput(),
      output: FileHandle(full), errors: errors)
    for line in ["operator list", "export", "can trader-001", "catalog menus", "version", "help"] {
      console.json = false
      let words = line.split(separator: " ").map(String.init)
      #expect(run(arguments: words, console: console) == ExitCode.cannotWrite.rawValue, "\(line)")
    }
    #expect(errors.text.contains("no space left"))
  }

  /// Another process is writing for longer than anybody waits.
  @Test func `somebody else is writing`() throws {
    let stage = try Stage(copying: story.stage)
    let copy = stage.file("papers/copy.db")
    #expect(stage.ran("staff", "backup create \(copy)").exit == 0)
    let held = try Registry(opening: stage.database)
    try expect(
      stage.ran("staff", "backup restore \(copy) --yes"), .busy, "busy")
    withExtendedLifetime(held) {}
  }

  @Test func `a conflict with the state, and what is not permitted`() throws {
    try expect(
      master("operator create trader-001 --name 张三"), .conflict, "operator-exists")
    try expect(
      master("member approve M000001"), .notPermitted, "outside-entitlement")
    try expect(
      story.stage.ran("nobody", "operator list"), .notPermitted, "not-logged-in")
    try expect(
      story.stage.ran("nobody", "login nobody-99", secrets: ["Vq7#mZ2!tRx9-Lw"]), .notPermitted,
      "login-failed")
  }
}
