/// A trading account (交易账号) or its settlement account (结算账户): `T000001-GAS-01`.
///
/// Letters `A-Z`, digits and `-`; 1 to 32 bytes.
public struct AccountCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written.
  public let text: String

  /// Reads an account code.
  ///
  /// - Returns: `nil` when the form is not that of an account code.
  public init?(_ text: String) {
    guard (1...32).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  /// The code as written.
  public var description: String { text }

  /// Orders codes by their text.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
