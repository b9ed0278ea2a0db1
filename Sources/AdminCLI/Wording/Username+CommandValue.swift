import Policy

extension Username: CommandValue {
  /// A username in the form of A2; whether it exists is another question.
  static func parse(_ text: String) throws(CommandFailure) -> Username {
    guard let name = Username(text) else {
      throw CommandFailure(
        "invalid-username", Text(zh: "`\(text)` 不是有效的用户名", en: "`\(text)` is not a username"),
        hint: Text(
          zh: "8–20 位字母和数字，可含 - 和 _，不能全为数字或全为字母",
          en: "8 to 20 letters and digits, - and _ allowed, never only digits nor only letters"),
        exit: .invalidData)
    }
    return name
  }
}
