/// The environment variables that the program reads, all of them; the raw value is the name.
enum EnvironmentVariable: String, CaseIterable, Sendable {
  /// The database file.
  case database = "IAMCTL_DB"
  /// The session file.
  case session = "IAMCTL_SESSION"
  /// The key file of personal data.
  case keyFile = "IAMCTL_KEY_FILE"
  /// The folder of data files (XDG base directories).
  case dataHome = "XDG_DATA_HOME"
  /// The folder of state files (XDG base directories).
  case stateHome = "XDG_STATE_HOME"
  /// The user's home.
  case home = "HOME"
  /// The folder of temporary files.
  case temporary = "TMPDIR"
  /// The locale, before all others.
  case localeAll = "LC_ALL"
  /// The locale of messages.
  case localeMessages = "LC_MESSAGES"
  /// The locale, after all others.
  case locale = "LANG"
  /// Whether colours are unwelcome.
  case noColour = "NO_COLOR"
  /// The kind of terminal.
  case terminal = "TERM"
  /// The width of the terminal.
  case columns = "COLUMNS"

  /// What it decides, for the manual.
  var meaning: Text {
    switch self {
    case .database: Text(zh: "数据库文件", en: "the database file")
    case .session: Text(zh: "会话文件", en: "the session file")
    case .keyFile: Text(zh: "个人信息密钥文件", en: "the key file of personal data")
    case .dataHome: Text(zh: "数据库的上级目录", en: "the folder of the default database")
    case .stateHome: Text(zh: "会话文件的上级目录", en: "the folder of the default session file")
    case .home: Text(zh: "用户主目录", en: "the user's home, where the folders above are not set")
    case .temporary: Text(zh: "临时文件目录", en: "the folder of temporary files")
    case .localeAll, .localeMessages, .locale:
      Text(
        zh: "显示语言：zh 开头为中文，否则为英文；依次取第一个非空者",
        en: "the language: Chinese when it begins with zh, else English; first one set decides")
    case .noColour: Text(zh: "非空时不使用颜色", en: "no colours when it is not empty")
    case .terminal: Text(zh: "dumb 时不使用颜色", en: "no colours when it is dumb")
    case .columns: Text(zh: "终端宽度未知时的列数", en: "the width of a terminal that does not tell")
    }
  }
}
