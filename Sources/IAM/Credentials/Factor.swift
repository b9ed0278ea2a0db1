/// What a credential is for.
public enum Factor: String, Sendable, CaseIterable {
  /// Logging in.
  case login
  /// Trading and moving funds (支付密码).
  case payment
}
