import IAM
import Policy

extension PasswordReset {
  /// The one-time password, shown this once.
  func output(in context: Context) -> Output {
    context.handingOver(
      .record(
        Field("operator", Text(zh: "操作员", en: "operator"), .text(username.text)),
        context.oneTimePassword(oneTimePassword),
        Field("expires_at", Text(zh: "有效期至", en: "expires at"), .time(expiresAt.milliseconds))))
  }
}

extension Context {
  /// A one-time password as a field. One that a dry run drew opens nothing, and is not shown.
  func oneTimePassword(_ text: String) -> Field {
    Field(
      "one_time_password", Text(zh: "一次性密码", en: "one-time password"),
      isDryRun ? .none : .text(text))
  }

  /// The answer with a word about the one-time password in it.
  func handingOver(_ output: Output) -> Output {
    isDryRun
      ? output
      : output.noting(
        Text(
          zh: "一次性密码只显示这一次，请当面或另行安全地交给本人；首次登录须修改",
          en: "the one-time password is shown only this once: hand it over safely; the first login "
            + "asks for a new one"))
  }
}
