/// The name of a group, role or set, unique in its tenant: `交易员`, `Shift A`.
///
/// 1 to 64 characters that can be seen: no control or bidirectional characters, nothing
/// unassigned or for private use, no white space but single spaces inside. Kept in normal form C,
/// so that what looks the same for being canonically equivalent is one name, in the store too.
public struct Name: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name in normal form C.
  public let text: String

  /// The group that is made with every tenant and stands above all its other groups.
  public static let rootGroup = Name(unchecked: "默认用户组")

  /// Reads a name and composes it.
  ///
  /// - Parameter text: in any normal form.
  /// - Returns: `nil` when a character or the length is not allowed.
  public init?(_ text: String) {
    let text = NormalForm.composed(text)
    guard (1...64).contains(text.count), text.unicodeScalars.count <= 256,
      text.unicodeScalars.allSatisfy(\.isPlainlyVisible),
      text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
        .allSatisfy({ !$0.isEmpty })
    else { return nil }
    self.text = text
  }

  /// Takes text that is known to be a name.
  init(unchecked text: String) { self.text = text }

  /// The name in normal form C.
  public var description: String { text }

  /// Orders names by their text.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Unicode.Scalar {
  /// Whether a person sees this scalar for what it is: not control, format, private, unassigned,
  /// one that fonts leave out (fillers, variation selectors), nor white space other than the plain
  /// space.
  public var isPlainlyVisible: Bool {
    guard !properties.isDefaultIgnorableCodePoint else { return false }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
