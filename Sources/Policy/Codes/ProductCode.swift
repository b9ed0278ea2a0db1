/// A node of the product tree (交易产品): type, base point, term: `PNG.SH.D1`.
///
/// `PNG SH D1` and `PNG-SH-D1` are read as the same code.
///
/// - Source: F4.
public struct ProductCode: TreeCode {
  /// The canonical text.
  public let text: String

  /// Reads a product code; segments of `A-Z` and `0-9`, joined by one of `.`, `-` or a space.
  ///
  /// - Returns: `nil` when the form is not that of a product code.
  public init?(_ text: String) {
    let dotted = String(text.map { $0 == " " || $0 == "-" ? "." : $0 })
    guard isPath(dotted, depth: 3, of: { $0.isUpper || $0.isDigit }) else { return nil }
    self.text = dotted
  }

  /// Takes text that is known to be canonical.
  public init(unchecked text: String) { self.text = text }

  /// Whether the last segment is a delivery term: `D1`–`D8`, `W`, `F`, `yyMM` or `yyyy`.
  ///
  /// A term need not be listed in the catalogue: it is known when its grammar holds below a listed
  /// base point, and has the permissions of that base point.
  ///
  /// - Source: F4.
  public var endsInTerm: Bool {
    guard depth == 3, let last = text.split(separator: ".").last else { return false }
    if last == "W" || last == "F" { return true }
    let bytes = Array(last.utf8)
    if bytes.count == 2, bytes[0] == UInt8(ascii: "D") {
      return (UInt8(ascii: "1")...UInt8(ascii: "8")).contains(bytes[1])
    }
    guard bytes.count == 4, bytes.allSatisfy(\.isDigit), let number = Int(last) else {
      return false
    }
    return (1...12).contains(number % 100) || (2000...2099).contains(number)
  }
}
