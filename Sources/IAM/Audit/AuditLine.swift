/// The bytes of one row of the audit trail as they are hashed and exported: a JSON array of all
/// columns without white space.
///
/// Built from bytes, so that a million rows can be gone through without making strings of them.
///
/// - Source: docs/audit-format.md.
struct AuditLine {
  private(set) var bytes: [UInt8] = []

  /// Begins a row; the memory of the one before is used again.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(UInt8(ascii: "["))
  }

  /// Ends the row.
  mutating func end() { bytes.append(UInt8(ascii: "]")) }

  /// Adds a number, or `null`.
  mutating func add(_ number: Int64?) {
    separate()
    if let number {
      bytes.append(contentsOf: String(number).utf8)
    } else {
      addNull()
    }
  }

  /// Adds a text, or `null`.
  mutating func add(_ text: String?) {
    separate()
    guard let text else { return addNull() }
    quote(Array(text.utf8).span)
  }

  /// Adds the text in a column, or `null`.
  mutating func add(_ column: Int, of row: borrowing Row) throws(DatabaseError) {
    separate()
    let isText = try row.withUTF8(column) { quote($0) }
    if !isText { addNull() }
  }

  private mutating func separate() {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func addNull() { bytes.append(contentsOf: "null".utf8) }

  private mutating func quote(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0xC2, index < text.count, (0x80...0x9F).contains(text[index]) {
        // U+0080 to U+009F: the second byte is the number of the character.
        escape(text[index])
        index += 1
      } else if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
        escape(byte)
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ character: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch character {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(character)
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    default: bytes.append(contentsOf: ("u00" + Hexadecimal.text([character])).utf8)
    }
  }
}
