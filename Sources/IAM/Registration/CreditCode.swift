/// A unified social credit code (统一社会信用代码): 18 characters, the last one a check character.
///
/// Capital letters without I, O, S, V, Z, and digits; small letters are refused, not folded.
///
/// - Source: A5; GB 32100-2015.
public struct CreditCode: Sendable, Hashable {
  /// The code.
  public let text: String

  private static let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

  /// Checks a code.
  public init(_ text: String, field: String = "credit_code") throws(InvalidField) {
    let values = try CodeText.values(
      of: text, in: CreditCode.alphabet, lengths: [18], field: field)
    // Weights are the powers of 3 modulo 31; with the check character's value the sum is 0.
    var weight = 1
    var sum = 0
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    if values.last != (31 - sum % 31) % 31 { throw InvalidField(field, .wrongCheckCharacter) }
    self.text = text
  }
}
