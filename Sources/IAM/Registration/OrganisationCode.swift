/// An organisation code (组织机构代码): eight characters and a check character.
///
/// - Source: A5; GB 11714-1997.
public struct OrganisationCode: Sendable, Hashable {
  /// The nine characters without a dash, so that one code has one writing.
  public let text: String

  /// Checks a code, written with or without a dash before the check character.
  public init(_ text: String, field: String = "organisation_code") throws(InvalidField) {
    var code = text
    if text.unicodeScalars.count == 10, text.dropLast().last == "-" {
      code = String(text.prefix(8)) + text.suffix(1)
    }
    let values = try CodeText.values(
      of: code, in: CodeText.digitsAndCapitals, lengths: [9], field: field)
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let check = 11 - sum % 11
    let expected: Character = check == 10 ? "X" : check == 11 ? "0" : Character(String(check))
    if code.last != expected { throw InvalidField(field, .wrongCheckCharacter) }
    self.text = code
  }

  /// The code as certificates print it: `D2143569-X`.
  public var dashed: String { "\(text.prefix(8))-\(text.suffix(1))" }
}
