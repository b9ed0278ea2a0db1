/// What an action has besides its parameters: the console, and the options of every command.
struct Context: Sendable {
  /// Where to read, write and ask.
  let console: Console
  /// The options of every command, as given.
  let options: CommonOptions
  /// The secrets that the command announced.
  let announced: [SecretPrompt]
  /// The store, once it was opened.
  let store = OpenedStore()

  /// A context; `secrets` are those that the command announced.
  init(console: Console, options: CommonOptions, secrets: [SecretPrompt] = []) {
    self.console = console
    self.options = options
    self.announced = secrets
  }

  /// The language of texts.
  var language: Language { console.language }

  /// Whether the change must be rolled back after it was tried.
  var isDryRun: Bool { options.dryRun }

  /// The secrets that the command announced, in their order; see `Console.secrets`.
  func secrets() throws(CommandFailure) -> [SecretBytes] {
    try secrets(announced)
  }

  /// Some of the secrets that the command announced; repeated calls read on.
  func secrets(_ prompts: [SecretPrompt]) throws(CommandFailure) -> [SecretBytes] {
    try console.secrets(prompts, passwordStdin: options.passwordStdin)
  }

  /// Asks whether to go on with something that is not easily restored; `--yes` and `--dry-run`
  /// answer for the user.
  ///
  /// - Throws: a failure with exit 1 when the answer is no, a usage failure when nobody can answer.
  func confirm(_ question: Text) throws(CommandFailure) {
    if options.yes || options.dryRun { return }
    try console.confirm(question)
  }

  /// The database's file: `--db`, else `$IAMCTL_DB`, else `$XDG_DATA_HOME/iamctl/iam.db`.
  func databasePath() throws(CommandFailure) -> String {
    if let named = try named(options.database, "--db", or: .database) { return named }
    return try console.homePath(.dataHome, ".local/share") + "/iamctl/iam.db"
  }

  /// The file that an option names, else a variable that is not empty.
  ///
  /// - Throws: exit 64 when the option names nothing, as a variable of the shell does that is not set:
  ///   another file than the one meant is worse than none.
  func named(
    _ option: String?, _ name: String, or variable: EnvironmentVariable
  ) throws(CommandFailure) -> String? {
    if option == "" {
      throw .usage(
        Text(zh: "\(name) 没有给出文件名", en: "\(name) names no file"),
        hint: Text(
          zh: "写出文件名，或去掉 \(name)", en: "give the name of a file, or leave \(name) out"))
    }
    if let option { return option }
    return console.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The session's file: `$IAMCTL_SESSION`, else `$XDG_STATE_HOME/iamctl/session`.
  func sessionPath() throws(CommandFailure) -> String {
    if let given = console.environment[.session], !given.isEmpty { return given }
    return try console.homePath(.stateHome, ".local/state") + "/iamctl/session"
  }
}
