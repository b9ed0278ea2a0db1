extension CommandFailure {
  /// An argument or option that must be given is not.
  static func missing(_ shape: ParameterShape) -> CommandFailure {
    let term = shape.kind == .rest ? "-- \(shape.name)" : shape.term
    return .usage(
      Text(zh: "缺少 `\(term)`", en: "missing `\(term)`"),
      hint: Text(zh: "`\(shape.name)`：", en: "`\(shape.name)`: ") + shape.help)
  }

  /// An option stands without its value.
  static func missingValue(_ shape: ParameterShape) -> CommandFailure {
    .usage(
      Text(zh: "选项 `\(shape.name)` 缺少取值", en: "option `\(shape.name)` needs a value"),
      hint: Text(
        zh: "写作 `\(shape.name) \(shape.placeholder)`；以 -- 开头的取值写作 `\(shape.name)=…`",
        en: "write `\(shape.term)`, or `\(shape.name)=…` for a value that begins with --"))
  }

  /// A flag was given a value.
  static func superfluousValue(_ name: String) -> CommandFailure {
    .usage(
      Text(zh: "选项 `\(name)` 不带取值", en: "option `\(name)` takes no value"),
      hint: Text(zh: "只写 `\(name)`", en: "write `\(name)` alone"))
  }

  /// An option that means one value was given twice.
  static func repeatedOption(_ name: String) -> CommandFailure {
    .usage(
      Text(zh: "选项 `\(name)` 重复", en: "option `\(name)` is given twice"),
      hint: Text(zh: "只写一次", en: "give it once"))
  }

  /// There is no place for an argument.
  static func superfluous(_ word: String) -> CommandFailure {
    .usage(
      Text(zh: "多余的参数 `\(word)`", en: "unexpected argument `\(word)`"),
      hint: Text(
        zh: "用 -h 查看用法；含空格的取值要加引号", en: "see -h; a value with spaces needs quotes"))
  }

  /// There is no such option here.
  static func unknownOption(_ name: String, among names: [String]) -> CommandFailure {
    let options = names.filter { $0.hasPrefix("-") }
    return .usage(
      Text(zh: "没有选项 `\(name)`", en: "unknown option `\(name)`"),
      hint: Spelling.suggestion(for: name, among: options)
        ?? Text(zh: "用 -h 查看可用的选项", en: "see -h for the options"))
  }

  /// There is no such word after `path` (which is empty for the first word).
  static func unknownWord(
    _ word: String, after path: String, among words: [String]
  ) -> CommandFailure {
    let whole = path.isEmpty ? word : "\(path) \(word)"
    let help = path.isEmpty ? "iamctl -h" : "iamctl \(path) -h"
    return .usage(
      Text(zh: "没有命令 `\(whole)`", en: "unknown command `\(whole)`"),
      hint: Spelling.nearest(to: word, among: words).map { near in
        let meant = path.isEmpty ? near : "\(path) \(near)"
        return Text(zh: "是不是想写 `\(meant)`？", en: "did you mean `\(meant)`?")
      } ?? Text(zh: "用 `\(help)` 查看命令", en: "see `\(help)` for the commands"))
  }
}
