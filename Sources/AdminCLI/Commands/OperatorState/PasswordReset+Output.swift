import IAM
import Policy

extension PasswordReset {
  /// The one-time password, shown this once.
  var output: Output {
    Output.record(
      Field("operator", Text(zh: "操作员", en: "operator"), .text(username.text)),
      Field(
        "one_time_password", Text(zh: "一次性口令", en: "one-time password"),
        .text(oneTimePassword)),
      Field("expires_at", Text(zh: "有效至", en: "expires at"), .time(expiresAt.milliseconds))
    ).noting(
      Text(
        zh: "一次性口令只显示这一次，请当面或另行安全地交给本人",
        en: "the one-time password is shown only this once: hand it over safely"))
  }
}
