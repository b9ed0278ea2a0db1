/// The headings of help and manual.
extension Text {
  /// Above whole command lines.
  static let examples = Text(zh: "示例", en: "Examples")
  /// Above the line that says how a command is written.
  static let usage = Text(zh: "用法", en: "Usage")
  /// Above a list of commands.
  static let commands = Text(zh: "命令", en: "Commands")
  /// Above words known by position.
  static let arguments = Text(zh: "参数", en: "Arguments")
  /// Above options and flags.
  static let options = Text(zh: "选项", en: "Options")
  /// Above the options that every command has.
  static let everywhere = Text(zh: "所有命令的选项", en: "Options of every command")
}
