import Glibc

/// Another program, written to and read from through pipes.
struct ChildProcess {
  private let identifier: pid_t
  private let input: Int32
  private let output: Int32

  /// Starts a program.
  ///
  /// - Parameter isSilent: whether what it says about errors is dropped.
  init(_ words: [String], environment: [String] = [], isSilent: Bool = false) throws {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw Failure(description: "no pipe") }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    if isSilent { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    defer { posix_spawn_file_actions_destroy(&actions) }
    let inherited = ["PATH", "HOME"].compactMap { name in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = (environment + inherited).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, words[0], &actions, nil, &arguments, &variables)
    Glibc.close(toChild[0])
    Glibc.close(fromChild[1])
    guard code == 0 else {
      Glibc.close(toChild[1])
      Glibc.close(fromChild[0])
      throw Failure(description: "cannot start \(words[0])")
    }
    self.identifier = identifier
    input = toChild[1]
    output = fromChild[0]
  }

  /// Writes one byte.
  func send(_ byte: UInt8) throws {
    guard Glibc.write(input, [byte], 1) == 1 else {
      throw Failure(description: "a program that was started does not read")
    }
  }

  /// Waits for one byte; `nil` at the end.
  func receive() -> UInt8? {
    var byte: UInt8 = 0
    return Glibc.read(output, &byte, 1) == 1 ? byte : nil
  }

  /// Everything up to the end, once the program has ended, and how it ended; -1 for a signal.
  func finish() -> (text: String, status: Int32) {
    Glibc.close(input)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Glibc.read(output, &piece, piece.count), count > 0 {
      bytes += piece[..<count]
    }
    Glibc.close(output)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    return (String(decoding: bytes, as: UTF8.self), code)
  }

  /// What a program prints; throws when it fails.
  static func output(of words: [String], environment: [String] = []) throws -> String {
    let (text, status) = try ChildProcess(words, environment: environment).finish()
    guard status == 0 || status == 1 else {
      throw Failure(description: "\(words[0]) failed: \(status)")
    }
    return text
  }
}
