/// The login of one operator, unique over all tenants for ever.
///
/// 8 to 20 ASCII letters and digits, `-` and `_` allowed, never only digits nor only letters. Marks
/// alone are no name.
/// Two usernames that differ in the case of letters only are never both given out: ``folded`` is
/// what must be unique.
///
/// - Source: A2.
public struct Username: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as its owner writes it.
  public let text: String

  /// Reads a username.
  ///
  /// - Returns: `nil` when a rule of A2 does not hold.
  public init?(_ text: String) {
    let bytes = text.utf8
    let letter: (UInt8) -> Bool = { $0.isLower || $0.isUpper }
    let mark: (UInt8) -> Bool = { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    guard (8...20).contains(bytes.count),
      bytes.allSatisfy({ letter($0) || $0.isDigit || mark($0) }),
      !bytes.allSatisfy(\.isDigit), !bytes.allSatisfy(letter), !bytes.allSatisfy(mark)
    else { return nil }
    self.text = text
  }

  /// The name with its letters in lower case: the key of uniqueness.
  public var folded: String { text.lowercased() }

  /// The name as its owner writes it.
  public var description: String { text }

  /// Orders names by their text.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
