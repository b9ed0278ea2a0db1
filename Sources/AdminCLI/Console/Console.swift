import IAM

/// Where a command reads and writes, and how: everything of the outside world but files.
struct Console: Sendable {
  /// The environment variables that are set, of those that the program reads.
  var environment: [EnvironmentVariable: String]
  /// Standard input.
  var input: any ByteInput
  /// Standard output: data.
  var output: any ByteOutput
  /// Standard error: everything else.
  var errors: any ByteOutput
  /// What is known about the terminal.
  var terminal: Terminal
  /// The language of texts.
  var language: Language
  /// Whether output is one JSON value.
  var json = false
  /// The clock, chance, and the cost of passwords.
  var services: Services

  /// A console; its language follows the environment.
  init(
    environment: [EnvironmentVariable: String], input: any ByteInput, output: any ByteOutput,
    errors: any ByteOutput, terminal: Terminal = Terminal(), services: Services = Services()
  ) {
    self.environment = environment
    self.input = input
    self.output = output
    self.errors = errors
    self.terminal = terminal
    self.language = Language(environment: environment)
    self.services = services
  }

  /// A folder that a variable names, else the one under the user's home.
  ///
  /// - Throws: exit 78 when neither variable is set.
  func homePath(
    _ variable: EnvironmentVariable, _ fallback: String
  ) throws(CommandFailure) -> String {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    guard let home = environment[.home], !home.isEmpty else {
      throw CommandFailure(
        "no-home", Text(zh: "环境变量 HOME 未设置", en: "the variable HOME is not set"),
        hint: Text(zh: "用 --db FILE 指定数据库", en: "name the database with --db FILE"),
        exit: .configuration)
    }
    return "\(home)/\(fallback)"
  }
}
