import Glibc
import Testing

@testable import AdminCLI

/// Input files: exit 66 when unreadable, 65 when their content is refused.
struct FileTests {
  private func console(_ input: [UInt8] = []) -> Console {
    Console(
      environment: [:], input: GivenInput(input), output: CapturedOutput(),
      errors: CapturedOutput())
  }

  private func failure(_ path: String, _ input: [UInt8] = [], limit: Int = 10) -> CommandFailure? {
    #expect(throws: CommandFailure.self) {
      try console(input).readText(FilePath(text: path), limit: limit)
    }
  }

  @Test func `a file and standard input are read whole`() throws {
    let text = try console().readText(FilePath(text: "/proc/version"), limit: 1000)
    #expect(text.hasPrefix("Linux "))
    let input = try console(Array("内容\n".utf8)).readText(FilePath(text: "-"), limit: 7)
    #expect(input == "内容\n")
  }

  @Test(arguments: [
    ("/no/such/file", "no such file or directory"), ("/tmp", "is a directory"),
    ("/proc/self/mem", "input/output error"),
  ])
  func `a file that cannot be read is exit 66 with the reason`(path: String, reason: String) {
    let failure = failure(path)
    #expect(failure?.exit == .inputFile)
    #expect(failure?.message.en == "cannot read `\(path)`: \(reason)")
  }

  @Test func `content that is refused is exit 65`() {
    #expect(failure("/dev/zero")?.code == "file-too-long")
    #expect(failure("-", Array("12345678901".utf8))?.code == "file-too-long")
    #expect(failure("-", [0xFF])?.code == "not-text")
    #expect(failure("-", [0x61, 0])?.exit == .invalidData)
  }

  @Test func `a full disk is reported by its reason`() throws {
    let file = open("/dev/full", O_WRONLY)
    defer { close(file) }
    let failure = #expect(throws: WriteFailure.self) { try FileHandle(file).write([1]) }
    #expect(failure == .failed("no space left on device"))
  }

  @Test func `a pipe that nobody reads is told apart`() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let failure = #expect(throws: WriteFailure.self) { try FileHandle(ends[1]).write([1]) }
    #expect(failure == .nobodyReads)
  }
}
