/// A password that the program makes, shown once and good for the first-login steps only.
public enum OneTimePassword {
  /// Letters and digits that are not mistaken for one another: no `0` `O` `o` `1` `l` `I` `i`.
  static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz")

  /// Draws four groups of five characters joined by `-`: 23 characters, more than 115 bits.
  ///
  /// Each character of the alphabet is equally likely; upper and lower case are told apart.
  /// - Throws: `randomnessUnavailable`.
  public static func generate(randomness: Randomness) throws(CredentialError) -> String {
    var text = ""
    for position in 0..<20 {
      if position > 0 && position.isMultiple(of: 5) { text.append("-") }
      text.append(alphabet[try randomness.index(below: alphabet.count)])
    }
    return text
  }
}
