extension Manual {
  /// The manual as a page for `man`, in one language.
  ///
  /// - Source: man(7).
  static func roff(commands: [any CommandProtocol], language: Language) -> String {
    let summary = Text(
      zh: "会员账户与权限管理", en: "accounts and permissions of an exchange's members")
    var lines = [
      ".TH IAMCTL 1", ".SH NAME", "iamctl \\- " + escaped(summary[language]), ".SH SYNOPSIS",
      ".B iamctl", escaped("NOUN [VERB] [ARGUMENT…] [--flag …]"),
    ]
    lines += [".SH " + Text.options[language].uppercased()]
    lines += CommonOptions.shapes.flatMap { item($0.term, $0.help[language]) }
    lines += [".SH " + Text.commands[language].uppercased()]
    for command in commands {
      lines += [".SS " + escaped(command.name), escaped(command.summary[language])]
      lines += [".PP", ".nf", escaped(command.usage), ".fi"]
      lines += (command.parameters + command.flags).flatMap { item($0.term, $0.help[language]) }
      lines += [".PP", ".nf"] + command.examples.map { escaped("$ " + $0) } + [".fi"]
    }
    lines += [".SH EXIT STATUS"]
    lines += ExitCode.allCases.flatMap { item(String($0.rawValue), $0.meaning[language]) }
    lines += [".SH ENVIRONMENT"]
    lines += EnvironmentVariable.allCases.flatMap { item($0.rawValue, $0.meaning[language]) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func item(_ term: String, _ meaning: String) -> [String] {
    [".TP", ".B " + escaped(term), escaped(meaning)]
  }

  /// Text that is no request, with its hyphens and backslashes as they are.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
