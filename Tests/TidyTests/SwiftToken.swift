/// A word or a single mark of Swift code.
struct SwiftToken: Equatable {
  let text: String
  /// The line, from 1.
  let line: Int

  /// The tokens of code from which comments and texts were taken out.
  static func split(_ code: [UInt8]) -> [SwiftToken] {
    var tokens: [SwiftToken] = []
    var line = 1
    var rest = code[...]
    while let byte = rest.first {
      let word = rest.prefix(while: isPartOfWord)
      if !word.isEmpty {
        tokens.append(SwiftToken(text: String(decoding: word, as: UTF8.self), line: line))
        rest = rest.dropFirst(word.count)
        continue
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte > UInt8(ascii: " ") {
        tokens.append(SwiftToken(text: String(Unicode.Scalar(byte)), line: line))
      }
      rest.removeFirst()
    }
    return tokens
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
