/// A shell that completion is written for.
enum Shell: String, CaseIterable, CommandValue {
  /// GNU Bash, 3.2 or newer.
  case bash
  /// The Z shell with its completion system.
  case zsh
  /// fish, 3.0 or newer.
  case fish

  /// The completion script for these commands; meanings are in `language`.
  func completion(of commands: [any CommandProtocol], _ language: Language) -> String {
    let nodes = CompletionNode.all(commands, language)
    return switch self {
    case .bash: Shell.bash(nodes)
    case .zsh: Shell.zsh(nodes)
    case .fish: Shell.fish(nodes)
    }
  }

  /// The text as one word of the shell; `fish` reads backslashes between quotes, too.
  func quoted(_ text: String) -> String {
    switch self {
    case .bash, .zsh: "'" + text.replacing("'", with: "'\\''") + "'"
    case .fish:
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
  }
}
