extension Console {
  /// Secrets in the order of the prompts: lines of standard input, or asked for without echo;
  /// new ones are asked for twice.
  ///
  /// - Throws: a usage failure when there is no terminal and no `--password-stdin`, or when a line
  ///   is missing; exit 65 for a secret that is not text or differs when repeated.
  func secrets(
    _ prompts: [SecretPrompt], passwordStdin: Bool
  ) throws(CommandFailure) -> [SecretBytes] {
    var secrets: [SecretBytes] = []
    for prompt in prompts {
      secrets.append(passwordStdin ? try piped(prompt) : try typed(prompt))
    }
    return secrets
  }

  private func piped(_ prompt: SecretPrompt) throws(CommandFailure) -> SecretBytes {
    guard let secret = try SecretBytes.line(of: input) else {
      throw .usage(
        Text(zh: "标准输入缺少", en: "standard input has no line for the ") + prompt.label,
        hint: Text(zh: "每行一个，顺序见 -h", en: "one secret a line, in the order that -h names"))
    }
    return secret
  }

  private func typed(_ prompt: SecretPrompt) throws(CommandFailure) -> SecretBytes {
    guard terminal.isInput, let file = input.descriptor else {
      throw .usage(
        Text(zh: "没有终端，无法询问", en: "no terminal to ask for the ") + prompt.label,
        hint: Text(zh: "使用 --password-stdin", en: "use --password-stdin"))
    }
    let first = try ask(prompt.label, on: file)
    guard prompt.isNew else { return first }
    let again = Text(zh: "再次输入", en: "repeat the ") + prompt.label
    guard try ask(again, on: file).matches(first) else {
      throw .badSecret(Text(zh: "两次输入不一致", en: "the two entries differ"))
    }
    return first
  }

  private func ask(_ label: Text, on file: Int32) throws(CommandFailure) -> SecretBytes {
    let echo = try EchoOff(file)
    prompt(label[language] + Text(zh: "：", en: ": ")[language], on: file)
    let answer = Result { () throws(CommandFailure) in
      try SecretBytes.line(of: InterruptibleInput(terminal: file))
    }
    echo.restore()
    prompt("\n", on: file)
    guard let secret = try answer.get() else { throw .interrupted }
    return secret
  }

  /// Shows a prompt on standard error, or on the asked terminal itself when that is elsewhere.
  func prompt(_ text: String, on file: Int32) {
    let target: any ByteOutput = terminal.isErrors ? errors : FileHandle(file)
    do throws(WriteFailure) {
      try target.write(Array(text.utf8))
    } catch {
      return
    }
  }
}

extension CommandFailure {
  /// A secret is no text that can be used, or two entries differ.
  static func badSecret(_ reason: Text) -> CommandFailure {
    CommandFailure(
      "bad-secret", Text(zh: "密码无法使用：", en: "the secret cannot be used: ") + reason,
      hint: Text(zh: "请重新输入", en: "enter it again"), exit: .invalidData)
  }

  /// The user broke off.
  static let interrupted = CommandFailure(
    "interrupted", Text(zh: "已中断，未做任何修改", en: "interrupted, nothing was changed"),
    exit: .negative)
}
