/// The three kinds of characters that the rule book counts.
///
/// - Source: A3.
enum CharacterKind: Hashable {
  case digit
  case letter
  case symbol

  init(_ scalar: Unicode.Scalar) {
    if scalar.properties.generalCategory == .decimalNumber {
      self = .digit
    } else {
      self = scalar.properties.isAlphabetic ? .letter : .symbol
    }
  }
}
