/// `iamctl completion SHELL`.
let completionCommand = Command(
  "completion", Text(zh: "输出命令行补全脚本", en: "Print the completion script of a shell"),
  examples: [
    "source <(iamctl completion bash)",
    "iamctl completion zsh > ~/.zfunc/_iamctl",
    "iamctl completion fish > ~/.config/fish/completions/iamctl.fish",
  ],
  Argument("SHELL", Text(zh: "所用的 shell", en: "the shell"), as: Shell.self)
) { context, shell in
  .text(shell.completion(of: allCommands, context.language))
}
