import Glibc
import Testing

@testable import AdminCLI

/// Prompts on a real terminal: no echo while asking, echo again whatever happens.
struct PromptTests {
  private let current = SecretPrompt.existing(Text(zh: "当前密码", en: "current password"))
  private let new = SecretPrompt.new(Text(zh: "新密码", en: "new password"))

  @Test func `new secrets are asked for twice and the echo comes back`() throws {
    let terminal = try PseudoTerminal()
    let errors = CapturedOutput()
    try terminal.type("old one\n密码\n密码\n")
    let secrets = try terminal.console(errors: errors).secrets(
      [current, new], passwordStdin: false)
    let texts = secrets.map { $0.withBytes { String(decoding: $0, as: UTF8.self) } }
    #expect(texts == ["old one", "密码"])
    #expect(errors.text == "current password: \nnew password: \nrepeat the new password: \n")
    #expect(terminal.echoes)
  }

  @Test func `entries that differ are refused and the echo comes back`() throws {
    let terminal = try PseudoTerminal()
    try terminal.type("one\ntwo\n")
    let console = terminal.console(errors: CapturedOutput())
    let failure = #expect(throws: CommandFailure.self) {
      try console.secrets([new], passwordStdin: false)
    }
    #expect(failure?.exit == .invalidData)
    #expect(failure?.message.en.hasSuffix("the two entries differ") == true)
    #expect(terminal.echoes)
  }

  @Test func `the echo is off while asking and as before afterwards`() throws {
    let terminal = try PseudoTerminal()
    let echo = try EchoOff(terminal.file)
    #expect(!terminal.echoes)
    echo.restore()
    #expect(terminal.echoes)
  }

  @Test func `an interruption ends the question`() throws {
    let terminal = try PseudoTerminal()
    let echo = try EchoOff(terminal.file)
    #expect(!EchoOff.isInterrupted)
    pthread_kill(pthread_self(), SIGHUP)
    #expect(EchoOff.isInterrupted)
    let failure = #expect(throws: CommandFailure.self) {
      try SecretBytes.line(of: InterruptibleInput(terminal: terminal.file))
    }
    #expect(failure == .interrupted)
    // Taken here, because its delivery would end the tests.
    var held = sigset_t()
    sigemptyset(&held)
    sigaddset(&held, SIGHUP)
    var taken: Int32 = 0
    sigwait(&held, &taken)
    echo.restore()
    #expect(terminal.echoes)
  }

  @Test func `the end of input ends the question`() throws {
    let terminal = try PseudoTerminal()
    try terminal.type("\u{4}")
    let failure = #expect(throws: CommandFailure.self) {
      try terminal.console(errors: CapturedOutput()).secrets([current], passwordStdin: false)
    }
    #expect(failure == .interrupted)
  }

  @Test(arguments: [
    ("y\n", true), ("YES\n", true), ("是\n", true), ("\n", false), ("no\n", false),
    ("yy\n", false), ("\u{4}", false),
  ])
  func `only a clear yes confirms`(typed: String, confirmed: Bool) throws {
    let terminal = try PseudoTerminal()
    let errors = CapturedOutput()
    try terminal.type(typed)
    var console = terminal.console(errors: errors)
    console.language = .zh
    let question = Text(zh: "删除\n角色？", en: "delete?")
    if confirmed {
      try console.confirm(question)
    } else {
      let failure = #expect(throws: CommandFailure.self) { try console.confirm(question) }
      #expect(failure?.exit == .negative)
    }
    #expect(errors.text == "删除\\n角色？ [y/N] ")
  }
}
