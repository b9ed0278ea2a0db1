/// Small letters, and the digits and signs that people write in place of letters.
enum LetterLookalikes {
  /// The small letter of a capital one, where it is a single character; else the same.
  static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  /// The letters that a digit or sign may stand for; empty for every other character.
  static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "0": ["o"]
    case "1", "!", "|": ["i", "l"]
    case "2": ["z"]
    case "3": ["e"]
    case "4", "@": ["a"]
    case "5", "$": ["s"]
    case "6", "9": ["g"]
    case "7", "+": ["t"]
    case "8": ["b"]
    default: []
    }
  }

  /// Whether a character is the one of a word, or stands for it.
  static func reads(_ scalar: Unicode.Scalar, as other: Unicode.Scalar) -> Bool {
    scalar == other || letters(scalar).contains(other)
  }
}
