/// What a guesser may know about the user. Every list may be empty.
public struct PasswordContext: Sendable {
  /// The username.
  public var username: String
  /// Names of the person, the e-mail address, and its local part.
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

  /// The username and the names, in small letters, with and without their spaces; those too short
  /// to say that a password holds them are left out: 4 characters, or 2 that are not ASCII.
  var wholeNames: [[Unicode.Scalar]] {
    let names = [username] + names
    return (names + names.map { $0.filter { $0 != " " } })
      .map { $0.unicodeScalars.map(LetterLookalikes.small) }
      .filter { $0.count >= 4 || $0.count >= 2 && !$0.allSatisfy(\.isASCII) }
  }
}
