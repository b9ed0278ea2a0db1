/// The code of a tenant: `EX`, `M000001`, `I000001`.
///
/// Letters `A-Z` and digits; 1 to 16 bytes.
public struct TenantCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written.
  public let text: String

  /// The exchange's own code.
  public static let exchange = TenantCode(unchecked: "EX")

  /// Reads a tenant code.
  ///
  /// - Returns: `nil` when the form is not that of a tenant code.
  public init?(_ text: String) {
    guard (1...16).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0.isUpper || $0.isDigit })
    else { return nil }
    self.text = text
  }

  /// Takes text that is known to be a tenant code.
  init(unchecked text: String) { self.text = text }

  /// The code as written.
  public var description: String { text }

  /// Orders codes by their text.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension TenantCode {
  /// A letter and a number of at least six digits: `M000001`.
  public static func numbered(_ letter: String, _ number: Int64) -> TenantCode {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return TenantCode(unchecked: letter + zeros + digits)
  }
}
