import Glibc
import Testing

@testable import AdminCLI

/// The scripts are read, and the bash and zsh ones driven, by the shells themselves.
struct CompletionTests {
  private static let zshIsThere = system("command -v zsh >/dev/null") == 0

  /// What a program writes, given a script on its standard input.
  private func result(of program: String, reading script: String) throws -> String {
    let path = "/tmp/iamctl-completion-\(UInt64.random(in: 0...UInt64.max))"
    let file = try #require(open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600).nonNegative)
    defer { unlink(path) }
    try FileHandle(file).write(Array(script.utf8))
    close(file)
    let pipe = try #require(popen("\(program) \(path) 2>&1", "r"))
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(byte)) }
    let status = pclose(pipe)
    return String(decoding: bytes, as: UTF8.self) + (status == 0 ? "" : "[\(status)]")
  }

  private func bash(_ line: String) throws -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let quoted = words.map { Shell.bash.quoted(String($0)) }.joined(separator: " ")
    let drive = """
      cd /usr/include/linux && COMP_WORDS=(\(quoted)) && COMP_CWORD=\(words.count - 1)
      _iamctl; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let script = Shell.bash.completion(of: sampleCommands, .en) + drive
    return try result(of: "bash --norc", reading: script).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("iamctl ", ["operator", "member", "check", "what-if", "password", "version"]),
    ("iamctl op", ["operator"]), ("iamctl operator ", ["create", "delete"]),
    ("iamctl member ", ["bank"]), ("iamctl member bank b", ["bind"]),
    ("iamctl operator create --n", ["--name"]), ("iamctl operator create --name ", []),
    (
      "iamctl operator delete --",
      ["--dry-run", "--yes", "--db", "--key-file", "--lang", "--json", "--help"]
    ),
    ("iamctl member bank bind --preset ", ["trader", "settlement"]),
    ("iamctl member bank bind --preset = t", ["trader"]),
    ("iamctl member bank bind --preset =", ["trader", "settlement"]),
    ("iamctl check --lang ", ["zh", "en"]), ("iamctl what-if errn", ["errno.h"]),
    ("iamctl member bank bind --file errn", ["errno.h"]), ("iamctl check --db errn", ["errno.h"]),
    ("iamctl operator create errn", []), ("iamctl --db x oper", ["operator"]),
  ])
  func `bash completes nouns, verbs, flags, choices and files`(
    line: String, expected: [String]
  ) throws {
    #expect(try bash(line) == expected)
  }

  @Test(
    .enabled(if: zshIsThere, "zsh is not installed"),
    arguments: [
      ("iamctl op", "describe operator:create, delete"),
      ("iamctl operator ", "describe create:Create an operator"),
      ("iamctl operator create --", "describe --name:the person's name"),
      ("iamctl member bank bind --preset ", "add trader settlement"),
      ("iamctl member bank bind --file ", "files"), ("iamctl what-if ", "files"),
      ("iamctl operator create --name ", ""),
    ])
  func `zsh completes nouns, verbs, flags, choices and files`(
    line: String, expected: String
  ) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let quoted = words.map { Shell.zsh.quoted(String($0)) }.joined(separator: " ")
    let drive = """
      compadd() { shift; echo "add $*" }
      _describe() { [[ $1 == -o ]] && shift; local name; for name in ${(P)2}; do :; done
        local -a all; all=("${(@P)2}"); echo "describe $all[1]" }
      _files() { echo files }
      words=(\(quoted)); CURRENT=$#words
      _iamctl || true
      """
    let script = Shell.zsh.completion(of: sampleCommands, .en) + drive
    #expect(try result(of: "zsh -f", reading: script) == (expected.isEmpty ? "" : expected + "\n"))
  }

  @Test func `bash accepts the script`() throws { try accept(.bash, "bash --norc -n") }

  @Test(.enabled(if: zshIsThere, "zsh is not installed"))
  func `zsh accepts the script`() throws { try accept(.zsh, "zsh -f -n") }

  private func accept(_ shell: Shell, _ program: String) throws {
    for language in Language.allCases {
      let script = shell.completion(of: allCommands + sampleCommands.dropLast(), language)
      #expect(try result(of: program, reading: script) == "")
    }
  }

  @Test func `fish gets a line for each word and option`() {
    let script = Shell.fish.completion(of: sampleCommands, .en)
    let at = #"complete -c iamctl -n '__iamctl_at \'operator create\'' "#
    #expect(script.contains(at + #"-l name -d 'the person\'s name' -x"# + "\n"))
    #expect(script.contains("-l preset -d 'a preset' -x -a 'trader settlement'\n"))
    #expect(script.contains("-l file -d 'the file' -r -F\n"))
    #expect(script.contains("complete -c iamctl -l lang -x -a 'zh en' -d "))
  }

  @Test func `the command prints the script of its shell`() {
    for shell in Shell.allCases {
      let script = shell.completion(of: allCommands, .en)
      #expect(Ran("completion \(shell.rawValue)").output == script)
    }
  }
}

extension Int32 {
  /// The number, or `nil` when a system call reported failure.
  fileprivate var nonNegative: Int32? { self < 0 ? nil : self }
}
