/// What a guesser may know about the user. Every list may be empty.
public struct PasswordContext: Sendable {
  /// The username.
  public var username: String
  /// Names of the person, and the local part of the e-mail address.
  public var names: [String]
  /// Mobile, certificate, credit code and account numbers.
  public var numbers: [String]
  /// The enterprise's names.
  public var companies: [String]

  /// Gathers what is known.
  public init(
    username: String = "", names: [String] = [], numbers: [String] = [], companies: [String] = []
  ) {
    self.username = username
    self.names = names
    self.numbers = numbers
    self.companies = companies
  }
}
