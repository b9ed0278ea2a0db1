/// The four classes of characters that a composition rule counts.
///
/// Letters without case, such as Han, count as `other`: they are neither capital nor small.
enum CharacterClass: Hashable {
  case digit
  case capital
  case small
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .decimalNumber: self = .digit
    case .uppercaseLetter, .titlecaseLetter: self = .capital
    case .lowercaseLetter: self = .small
    default: self = .other
    }
  }
}
