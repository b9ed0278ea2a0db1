/// Makes visible what a terminal would act on or hide.
enum Visible {
  /// The text with control characters, line breaks, invisible format characters and
  /// bidirectional controls written as escapes such as `\u{202E}`.
  ///
  /// Joiners that scripts need between letters are kept.
  ///
  /// - Source: Unicode UAX #9 (bidirectional controls) and general categories Cc, Cf, Zl, Zp.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\u{200C}", "\u{200D}": out.unicodeScalars.append(scalar)
      default:
        if isHidden(scalar) {
          out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
