extension Console {
  /// Asks a question on the terminal and goes on only after a clear yes.
  ///
  /// - Throws: exit 1 when the answer is not yes; a usage failure when there is no terminal.
  func confirm(_ question: Text) throws(CommandFailure) {
    guard terminal.isInput, let file = input.descriptor else {
      throw .usage(
        Text(zh: "没有终端，无法询问确认", en: "no terminal to ask for confirmation"),
        hint: Text(zh: "确定要执行时加 --yes", en: "add --yes to do it without asking"))
    }
    prompt(Visible.escaped(question[language]) + " [y/N] ", on: file)
    let answer = try SecretBytes.line(of: input)
    let word = answer?.withBytes { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
    guard ["y", "yes", "是"].contains(word.filter { $0 != " " }) else {
      throw CommandFailure(
        "not-confirmed", Text(zh: "未确认，未做任何修改", en: "not confirmed, nothing was changed"),
        hint: Text(
          zh: "回答 `y`，或加 --yes 不再询问", en: "answer `y`, or add --yes to do it without asking"),
        exit: .negative)
    }
  }
}
