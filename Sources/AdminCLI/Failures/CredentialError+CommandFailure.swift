import IAM

extension CredentialError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    let text = Text(zh: wording.zh, en: wording.en)
    switch self {
    case .invalidText, .emptyPassword, .passwordTooLong:
      return CommandFailure("invalid-password", text, exit: .invalidData)
    default:
      return CommandFailure("credential", text, exit: .configuration)
    }
  }
}
