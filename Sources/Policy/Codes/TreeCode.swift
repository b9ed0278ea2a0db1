/// A code that names a node of a tree by its path from the root, segments joined by dots.
///
/// Granting a node grants everything below it, also what is added below it later; so the one
/// relation that decisions need is ``covers(_:)``.
public protocol TreeCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The canonical text: segments joined by `.`, never empty.
  var text: String { get }
  /// Takes text that is known to be canonical: a slice of another code.
  init(unchecked text: String)
}

extension TreeCode {
  /// `*` in a grant: see ``Catalogue/resolved(_:)-(MenuSet)``. It covers no code by itself.
  public static var wildcard: Self { Self(unchecked: "*") }

  /// Whether `other` is this node or lies below it.
  ///
  /// - Complexity: O(length of the code).
  public func covers(_ other: Self) -> Bool {
    let mine = text.utf8
    let theirs = other.text.utf8
    guard theirs.count >= mine.count, theirs.starts(with: mine) else { return false }
    return theirs.count == mine.count
      || theirs[theirs.index(theirs.startIndex, offsetBy: mine.count)] == UInt8(ascii: ".")
  }

  /// The node above, or `nil` for a root.
  public var parent: Self? {
    text.utf8.lastIndex(of: UInt8(ascii: ".")).map { Self(unchecked: String(text[..<$0])) }
  }

  /// Whether no node lies above.
  public var isRoot: Bool { !text.utf8.contains(UInt8(ascii: ".")) }

  /// The root that this node lies under; a root is its own.
  public var root: Self {
    guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return self }
    return Self(unchecked: String(text[..<dot]))
  }

  /// The nodes above, nearest first.
  ///
  /// - Complexity: O(length of the code) for each.
  public var ancestors: some Sequence<Self> {
    sequence(state: self) { node in
      guard let above = node.parent else { return nil }
      node = above
      return above
    }
  }

  /// How many segments the path has; at least 1.
  public var depth: Int { text.utf8.reduce(1) { $1 == UInt8(ascii: ".") ? $0 + 1 : $0 } }

  /// The canonical text.
  public var description: String { text }

  /// Orders codes by their text, so that a node stands before what lies below it.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Whether `text` is one or more non-empty segments joined by dots, each of `allowed` bytes only.
func isPath(_ text: String, depth: Int, of allowed: (UInt8) -> Bool) -> Bool {
  let segments = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return (1...depth).contains(segments.count)
    && segments.allSatisfy { (1...32).contains($0.count) && $0.allSatisfy(allowed) }
}

/// The classes of ASCII bytes that codes are made of.
extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
