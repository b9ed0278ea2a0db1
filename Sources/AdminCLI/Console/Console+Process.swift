import Glibc

extension Console {
  /// The console of this process.
  static func process() -> Console {
    var environment: [EnvironmentVariable: String] = [:]
    for variable in EnvironmentVariable.allCases {
      if let value = getenv(variable.rawValue) { environment[variable] = String(cString: value) }
    }
    return Console(
      environment: environment, input: FileHandle(STDIN_FILENO), output: FileHandle(STDOUT_FILENO),
      errors: FileHandle(STDERR_FILENO), terminal: Terminal(environment: environment))
  }
}

extension Terminal {
  /// The terminal of this process.
  ///
  /// - Source: no-color.org: a `NO_COLOR` that is set and not empty forbids colours.
  fileprivate init(environment: [EnvironmentVariable: String]) {
    isInput = isatty(STDIN_FILENO) == 1
    isOutput = isatty(STDOUT_FILENO) == 1
    isErrors = isatty(STDERR_FILENO) == 1
    guard isOutput || isErrors else { return }
    allowsColour =
      (environment[.noColour] ?? "").isEmpty && environment[.terminal, default: "dumb"] != "dumb"
    var size = winsize()
    let asked = ioctl(isOutput ? STDOUT_FILENO : STDERR_FILENO, UInt(TIOCGWINSZ), &size)
    let told = asked == 0 ? Int(size.ws_col) : 0
    width = max(20, told > 0 ? told : environment[.columns].flatMap { Int($0) } ?? 80)
  }
}
