/// A node of the menu tree (菜单): `trade.listing.create`. A leaf is an action.
///
/// Segments are of `a-z`, `0-9` and `-`, at most 32 bytes each and 6 deep.
public struct MenuCode: TreeCode {
  /// The canonical text.
  public let text: String

  /// Reads a menu code.
  ///
  /// - Parameter text: the dot path, as in the catalogue.
  /// - Returns: `nil` when the form is not that of a menu code.
  public init?(_ text: String) {
    guard isPath(text, depth: 6, of: { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  /// Takes text that is known to be canonical.
  public init(unchecked text: String) { self.text = text }
}
