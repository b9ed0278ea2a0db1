/// What the documents under `docs/` cite, and what the tests say of themselves.
enum DocumentRules {
  /// Everything in backticks, in order; fenced blocks do not occur in these documents.
  static func citations(in text: String) -> [String] {
    text.split(separator: "\n").flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// The names of functions in backticks.
  static func testNames(in text: String) -> [String] {
    text.split(separator: "func `", omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: "`", maxSplits: 1).first.map(String.init)
    }
  }

  /// Whether a text names a requirement such as `A5`, alone or within a range such as `A3–A7`.
  static func cites(_ id: String, in text: String) -> Bool { requirements(in: text).contains(id) }

  /// The requirements that a text names, ranges spelled out.
  ///
  /// - Complexity: linear in the text.
  static func requirements(in text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    var found: Set<String> = []
    var previous: (letter: UInt8, number: Int, end: Int)?
    for (start, letter) in bytes.enumerated() where (0x41...0x46).contains(letter) {
      if start > 0, isWord(bytes[start - 1]) { continue }
      let digits = bytes[(start + 1)...].prefix { (0x30...0x39).contains($0) }
      let end = digits.endIndex
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number < 100,
        end == bytes.endIndex || !isWord(bytes[end])
      else { continue }
      var first = number
      if let previous, previous.letter == letter, previous.number < number,
        bytes[previous.end..<start].elementsEqual("–".utf8)
      {
        first = previous.number
      }
      for each in first...number { found.insert("\(Character(Unicode.Scalar(letter)))\(each)") }
      previous = (letter: letter, number: number, end: end)
    }
    return found
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
