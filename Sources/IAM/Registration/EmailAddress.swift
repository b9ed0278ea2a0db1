/// One e-mail address: a dot-atom, `@`, a domain of two labels or more; all ASCII.
///
/// - Source: A4; RFC 5321 sections 4.1.2 and 4.5.3.1; RFC 1035 for labels.
public struct EmailAddress: Sendable, Hashable {
  /// The address, its domain in small letters.
  public let text: String

  private static let signs = Set("!#$%&'*+-/=?^_`{|}~")

  /// Checks an address: at most 254 characters, 64 before the `@`, 63 a label.
  public init(_ text: String, field: String = "email") throws(InvalidField) {
    if text.utf8.count > 254 { throw InvalidField(field, .tooLong(maximum: 254)) }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.allSatisfy({ $0 < 0x80 }), parts.count == 2,
      EmailAddress.isLocalPart(parts[0]), EmailAddress.isDomain(parts[1])
    else { throw InvalidField(field, .notEmailAddress) }
    self.text = "\(parts[0])@\(parts[1].lowercased())"
  }

  private static func isLocalPart(_ text: Substring) -> Bool {
    let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.count <= 64
      && atoms.allSatisfy { atom in
        !atom.isEmpty && atom.allSatisfy { isAlphanumeric($0) || signs.contains($0) }
      }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.contains(where: \.isLetter) else {
      return false
    }
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != "-" && label.last != "-"
        && label.allSatisfy { isAlphanumeric($0) || $0 == "-" }
    }
  }

  private static func isAlphanumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
