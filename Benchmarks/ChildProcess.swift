import Glibc

/// Another program, its output read through a pipe.
struct ChildProcess {
  let identifier: pid_t
  let output: Int32

  /// Starts a program.
  init(_ words: [String], environment: [String] = []) throws {
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw Failure(description: "no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipes[0])
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = (environment + ["PATH=/usr/local/bin:/usr/bin:/bin"]).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, words[0], &actions, nil, &arguments, &variables)
    Glibc.close(pipes[1])
    guard code == 0 else { throw Failure(description: "cannot start \(words[0])") }
    self.identifier = identifier
    output = pipes[0]
  }

  /// The next line of output; `nil` at the end.
  func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while Glibc.read(output, &byte, 1) == 1 {
      if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Everything up to the end, once the program has ended, and how it ended.
  func finish() -> (text: String, status: Int32) {
    var text = ""
    while let line = line() { text += line + "\n" }
    Glibc.close(output)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    return (text, status >> 8 & 0xFF)
  }

  /// What a program prints; throws when it fails.
  static func output(of words: [String], environment: [String] = []) throws -> String {
    let (text, status) = try ChildProcess(words, environment: environment).finish()
    guard status <= 1 else { throw Failure(description: "\(words[0]) failed: \(status)") }
    return text
  }
}
