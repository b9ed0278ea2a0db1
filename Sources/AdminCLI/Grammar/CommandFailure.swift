/// Why a command did not do what it was asked: all that the user is told.
struct CommandFailure: Error, Equatable {
  /// A stable name in kebab-case, for scripts; never translated.
  var code: String
  /// One line, lower case, no final period, the user's input in backticks.
  var message: Text
  /// What to do about it, if that is known.
  var hint: Text?
  /// How the program ends.
  var exit: ExitCode

  /// A failure with every part given.
  init(_ code: String, _ message: Text, hint: Text? = nil, exit: ExitCode) {
    self.code = code
    self.message = message
    self.hint = hint
    self.exit = exit
  }

  /// The command line is wrong: code `usage`, exit 64.
  static func usage(_ message: Text, hint: Text? = nil) -> CommandFailure {
    CommandFailure("usage", message, hint: hint, exit: .usage)
  }

  /// What the user is told about any error; one that nobody planned for is an internal error.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as any CommandFailureConvertible: self = error.commandFailure
    default:
      self.init(
        "internal", Text(zh: "程序内部错误：\(error)", en: "internal error: \(error)"),
        hint: Text(zh: "请把这条信息报告给维护者", en: "please report this to the maintainers"),
        exit: .internalError)
    }
  }

  /// The same failure, naming the parameter that it is about.
  func about(_ parameter: String) -> CommandFailure {
    var failure = self
    failure.message = Text(zh: "\(parameter)：", en: "\(parameter): ") + message
    return failure
  }
}
