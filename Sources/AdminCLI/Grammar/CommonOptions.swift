/// The options that do not belong to one command.
struct CommonOptions: Sendable, Equatable {
  /// `--db FILE`.
  var database: String?
  /// `--key-file FILE`.
  var keyFile: String?
  /// `--dry-run`: do everything, then roll back.
  var dryRun = false
  /// `--yes`: do not ask.
  var yes = false
  /// `--password-stdin`: secrets are lines of standard input.
  var passwordStdin = false

  /// No option given.
  init() {}

  /// What was given.
  init(_ words: MatchedWords) {
    database = words.values(of: "--db").first
    keyFile = words.values(of: "--key-file").first
    dryRun = words.has("--dry-run")
    yes = words.has("--yes")
    passwordStdin = words.has("--password-stdin")
  }

  /// The options of every command, in the order of the help.
  static var shapes: [ParameterShape] {
    [
      ParameterShape(
        kind: .option, name: "--db", placeholder: "FILE",
        help: Text(zh: "数据库文件", en: "the database file"), completion: .files),
      ParameterShape(
        kind: .option, name: "--key-file", placeholder: "FILE",
        help: Text(zh: "个人信息密钥文件", en: "the key file of personal data"), completion: .files),
      ParameterShape(
        kind: .option, name: "--lang", placeholder: "zh|en",
        help: Text(zh: "显示语言", en: "the language of texts"), completion: Language.completion),
      ParameterShape(
        kind: .flag, name: "--json",
        help: Text(zh: "输出一个 JSON 值", en: "write one JSON value")),
      ParameterShape(
        kind: .flag, name: "--help", help: Text(zh: "显示帮助（也作 -h）", en: "show help (also -h)")),
    ]
  }

  /// The options that a command with this effect and these secrets has besides.
  static func shapes(effect: Effect, secrets: [SecretPrompt]) -> [ParameterShape] {
    var shapes: [ParameterShape] = []
    if effect != .reads {
      let counted =
        secrets.contains { !$0.isNew }
        ? Text(zh: "；密码错误仍计入失败次数", en: "; a wrong password counts all the same") : Text("")
      shapes.append(
        ParameterShape(
          kind: .flag, name: "--dry-run",
          help: Text(
            zh: "执行后回滚，只显示将有的变化", en: "do it, show what would change, roll back") + counted))
    }
    if effect == .destroys {
      shapes.append(
        ParameterShape(
          kind: .flag, name: "--yes", help: Text(zh: "不再询问确认", en: "do not ask to confirm")))
    }
    if !secrets.isEmpty {
      let zh = secrets.map(\.label.zh).joined(separator: "、")
      let en = secrets.map(\.label.en).joined(separator: ", ")
      shapes.append(
        ParameterShape(
          kind: .flag, name: "--password-stdin",
          help: Text(
            zh: "从标准输入读取，每行一个：\(zh)", en: "read from standard input, one a line: \(en)")))
    }
    return shapes
  }
}
