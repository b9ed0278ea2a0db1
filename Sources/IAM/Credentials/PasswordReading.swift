/// The easiest way for a guesser to read a password.
///
/// A password is read as a row of parts. A part is one character, or one piece of known material of
/// any length: a common word, a sequence, a walk over the keyboard, a date, something of the user's
/// own. A repetition of what stood before is no part at all. The reading is the row with the fewest
/// parts, and a password of fewer than ``fewestParts`` is refused: `Zhangsan@2015` is name, sign
/// and year, three parts; `passw0rd-x7Q!` is a word and five characters, six parts.
///
/// Material is thus no reason by itself, only when little else is there. In a random password of
/// 12 characters or more at least 8 would have to be material by chance, which does not happen; of
/// 8 random characters about one in 100 000 is refused.
///
/// - Source: NIST SP 800-63B-4 section 3.1.1.2.
struct PasswordReading: Sendable, Equatable {
  /// The least number of parts of an acceptable password, inclusive.
  static let fewestParts = 5

  /// The number of parts.
  let parts: Int
  /// The kinds of material in the reading, in the order of their declaration.
  let materials: [PasswordMaterial]

  /// Reads a text of some characters given the pieces found in it.
  ///
  /// - Complexity: O(characters + total of the pieces' lengths).
  init(characterCount: Int, pieces: [PasswordPiece]) {
    var byStart = [[PasswordPiece]](repeating: [], count: characterCount)
    for piece in pieces { byStart[piece.start].append(piece) }
    // The fewest parts up to each position, and the last piece of that reading.
    var fewest = Array(0...characterCount)
    var last = [PasswordPiece?](repeating: nil, count: characterCount + 1)
    for start in 0..<characterCount {
      if fewest[start] + 1 < fewest[start + 1] {
        fewest[start + 1] = fewest[start] + 1
        last[start + 1] = nil
      }
      for piece in byStart[start] {
        for end in (start + piece.shortest)...(start + piece.longest)
        where fewest[start] + piece.parts < fewest[end] {
          fewest[end] = fewest[start] + piece.parts
          last[end] = piece
        }
      }
    }
    var found: Set<PasswordMaterial> = []
    var end = characterCount
    while end > 0 {
      if let piece = last[end] { found.insert(piece.material) }
      end = last[end]?.start ?? end - 1
    }
    parts = fewest[characterCount]
    materials = PasswordMaterial.allCases.filter(found.contains)
  }

  /// Whether the password is refused.
  var isPredictable: Bool { parts < PasswordReading.fewestParts && !materials.isEmpty }
}
