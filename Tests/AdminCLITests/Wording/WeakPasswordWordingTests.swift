import IAM
import Testing

@testable import AdminCLI

/// Who gives two passwords at once is told which of them is refused.
struct WeakPasswordWordingTests {
  @Test(
    arguments: [
      (
        [Factor.login: [.reused(last: 5)]],
        "the new login password is refused: it is one of the last 5 passwords",
        "新的登录密码不合规：与最近 5 次密码之一相同"
      ),
      (
        [.payment: [.sameAsOtherPassword]],
        "the new payment password is refused: the login and the payment password must differ",
        "新的支付密码不合规：登录密码与支付密码不得相同"
      ),
      (
        [.payment: [.tooShort(minimum: 8)], .login: [.tooShort(minimum: 12)]],
        "the new login password is refused: it has fewer than 12 characters; "
          + "the new payment password is refused: it has fewer than 8 characters",
        "新的登录密码不合规：少于 12 个字符；新的支付密码不合规：少于 8 个字符"
      ),
    ] as [([Factor: [PasswordFailure]], String, String)])
  func `the password that is refused is named`(
    failures: [Factor: [PasswordFailure]], en: String, zh: String
  ) {
    let failure = CommandFailure(IAMError.weakPassword(failures))
    #expect(failure.message == Text(zh: zh, en: en))
    #expect(failure.code == "weak-password" && failure.exit == .invalidData)
  }
}
