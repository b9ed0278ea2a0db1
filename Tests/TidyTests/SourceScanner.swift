/// Separates the code of a Swift file from its comments and texts.
///
/// Knows nested comments, texts of one and of several lines, raw texts, code interpolated in
/// texts, and identifiers in backticks. Regular-expression literals are not known.
struct SourceScanner {
  /// The code: as many bytes as the file, with spaces for what is no code.
  private(set) var code: [UInt8] = []
  /// The string literals, in the order in which they end.
  private(set) var literals: [StringLiteral] = []

  private let bytes: [UInt8]
  private var line = 1
  private var position: Int { code.count }

  init(_ text: String) {
    bytes = Array(text.utf8)
    code.reserveCapacity(bytes.count)
  }

  /// Reads the whole file.
  mutating func scan() {
    while position < bytes.count { scanCode() }
  }

  /// Reads code up to the end, or up to and with the `)` that nothing inside has opened.
  private mutating func scanCode() {
    var depth = 0
    while let byte = bytes.dropFirst(position).first {
      if starts(with: "//") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { hide() }
      } else if starts(with: "/*") {
        hideBlockComment()
      } else if let hashes = hashesOfLiteral() {
        scanLiteral(hashes: hashes)
      } else if byte == UInt8(ascii: "`") {
        hideIdentifier()
      } else {
        keep()
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth < 0 { return }
      }
    }
  }

  private mutating func hideBlockComment() {
    var depth = 0
    repeat {
      let change = starts(with: "/*") ? 1 : starts(with: "*/") ? -1 : 0
      depth += change
      hide(change == 0 ? 1 : 2)
    } while depth > 0 && position < bytes.count
  }

  /// A name in backticks counts as one word.
  private mutating func hideIdentifier() {
    repeat {
      code.append(UInt8(ascii: "_"))
    } while position < bytes.count && bytes[position] != UInt8(ascii: "`")
    if position < bytes.count { code.append(UInt8(ascii: "_")) }
  }

  /// How many `#` stand before the quote that opens a text here; `nil` when none opens.
  private func hashesOfLiteral() -> Int? {
    let rest = bytes[position...]
    let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
    return rest.dropFirst(hashes).first == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func scanLiteral(hashes: Int) {
    let start = line
    let fence = String(repeating: "#", count: hashes)
    hide(hashes)
    let isLong = starts(with: "\"\"\"")
    let quotes = isLong ? "\"\"\"" : "\""
    hide(quotes.utf8.count)
    var text: [UInt8] = []
    while position < bytes.count, !starts(with: quotes + fence) {
      if !isLong, bytes[position] == UInt8(ascii: "\n") { break }
      if starts(with: "\\\(fence)(") {
        hide(1 + hashes)
        keep()
        scanCode()
        continue
      }
      let count = starts(with: "\\\(fence)") ? 2 + hashes : 1
      text += bytes[position...].prefix(count)
      hide(count)
    }
    hide(quotes.utf8.count + hashes)
    literals.append(StringLiteral(text: String(decoding: text, as: UTF8.self), line: start))
  }

  // MARK: Bytes

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func keep() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    code.append(bytes[position])
  }

  private mutating func hide(_ count: Int = 1) {
    for byte in bytes[position...].prefix(count) {
      if byte == UInt8(ascii: "\n") { line += 1 }
      code.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
    }
  }
}
