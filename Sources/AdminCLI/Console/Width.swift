/// How many columns of a terminal a text takes.
enum Width {
  /// Columns of a text that holds nothing a terminal acts on.
  ///
  /// - Complexity: O(length).
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Columns of one scalar: 0 for marks on other characters, 2 for wide ones, else 1.
  ///
  /// Characters of ambiguous width count 1.
  ///
  /// - Source: Unicode UAX #11 (W and F are wide), general categories Mn, Me, Cf.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    if wide.contains(where: { $0.contains(scalar.value) }) { return 2 }
    return scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// The text with spaces after it (or before it) up to a width; longer text stays.
  static func pad(_ text: String, to width: Int, leading: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return leading ? spaces + text : text + spaces
  }

  /// The text's beginning and `…` when it is wider than `width`.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var out = ""
    var used = 0
    for character in text {
      used += of(String(character))
      if used > width - 1 { break }
      out.append(character)
    }
    return out + "…"
  }

  /// The text in lines of at most `width` columns, broken at spaces or between wide characters;
  /// a word that is longer is broken anywhere.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var used = 0
    for character in text {
      used += of(String(character))
      line.append(character)
      guard used > max(width, 2) else { continue }
      let space = line.lastIndex(of: " ") ?? 0
      let isWide = of(String(character)) == 2
      let end = space > 0 && !isWide ? space : line.count - 1
      lines.append(String(line[..<end]))
      line = Array(line[end...].drop { $0 == " " })
      used = of(String(line))
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [String(line)]
  }

  /// The wide blocks: CJK, kana, Hangul, Yi, full-width forms, and the planes for ideographs.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
