/// The forms in which help is written.
enum HelpFormat: String, CaseIterable, CommandValue {
  /// Help for one command or all, for people at a terminal.
  case text
  /// The whole manual as Markdown.
  case markdown
  /// The whole manual as a page for `man`.
  case man
}

/// `iamctl help [WORD…]`.
let helpCommand = Command(
  "help", Text(zh: "显示帮助", en: "Show help"),
  examples: [
    "iamctl help", "iamctl help completion", "iamctl help --format markdown > docs/cli.md",
    "iamctl help --format man | man -l -",
  ],
  RepeatedArgument("WORD", Text(zh: "命令的各个词", en: "the words of a command"), optional: true),
  OptionalOption(
    "--format", "F", Text(zh: "帮助或整本手册", en: "help, or the whole manual"), as: HelpFormat.self)
) { context, words, format in
  switch format ?? .text {
  case .markdown: return .text(Manual.markdown(commands: allCommands))
  case .man: return .text(Manual.roff(commands: allCommands, language: context.language))
  case .text:
    let resolution = try Resolution(words, among: allCommands)
    return Help(path: resolution.path, commands: allCommands).output(for: context.console)
  }
}
