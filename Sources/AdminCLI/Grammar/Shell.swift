/// A shell that completion is written for.
enum Shell: String, CaseIterable, CommandValue {
  case bash
  case zsh
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
