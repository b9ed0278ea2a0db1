internal import Policy

extension PasswordPolicyLayer {
  /// What holds at the exchange until staff set something else.
  static let standard = PasswordPolicyLayer(authority: .exchange, profile: .mlps3)
}

extension PasswordPolicy {
  /// Refuses a new password that breaks any rule, naming all that it breaks.
  func require(_ password: Secret, context: PasswordContext) throws {
    let failures = failures(of: password, context: context)
    guard failures.isEmpty else { throw IAMError.weakPassword(failures) }
  }
}
