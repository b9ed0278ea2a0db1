/// How a piece of text stands out on a terminal that allows it.
enum Style: String {
  /// Headings and labels.
  case bold = "1"
  /// The red notice (C8).
  case red = "31"

  /// The text between the codes that switch the style on and off.
  ///
  /// - Source: ECMA-48, 8.3.117 (select graphic rendition).
  func applied(to text: String, by terminal: Terminal) -> String {
    terminal.allowsColour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
