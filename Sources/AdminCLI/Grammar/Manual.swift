/// The manual, made from the commands: `docs/cli.md` and the page for `man`.
enum Manual {
  /// The manual as Markdown, in both languages.
  static func markdown(commands: [any CommandProtocol]) -> String {
    var lines = [
      "# iamctl", "",
      "This page is made from the commands themselves: `iamctl help --format markdown`.", "",
      "## 所有命令的选项 · Options of every command", "",
    ]
    lines += table(CommonOptions.shapes)
    lines += ["", "## 退出码 · Exit codes", "", "| code | 含义 | meaning |", "|---|---|---|"]
    lines += ExitCode.allCases.map {
      "| \($0.rawValue) | \($0.meaning.zh) | \($0.meaning.en) |"
    }
    lines += ["", "## 环境变量 · Environment", "", "| name | 含义 | meaning |", "|---|---|---|"]
    lines += EnvironmentVariable.allCases.map {
      "| `\($0.rawValue)` | \($0.meaning.zh) | \($0.meaning.en) |"
    }
    lines += ["", "## 命令 · Commands"]
    lines += commands.flatMap(section)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func section(_ command: any CommandProtocol) -> [String] {
    let shapes = command.parameters + command.flags
    return ["", "### iamctl \(command.name)", "", "\(command.summary.zh) · \(command.summary.en)"]
      + ["", "```", command.usage, "```"]
      + (shapes.isEmpty ? [] : [""] + table(shapes))
      + ["", "```"] + command.examples.map { "$ \($0)" } + ["```"]
  }

  private static func table(_ shapes: [ParameterShape]) -> [String] {
    ["| | 说明 | meaning |", "|---|---|---|"]
      + shapes.map { shape in
        let term = shape.term + (shape.isRepeated ? "…" : "")
        let cells = ["`\(term)`", shape.help.zh, shape.help.en]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
      }
  }
}
