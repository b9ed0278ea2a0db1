/// A Swift file taken apart as far as the rules need it.
struct SwiftSource {
  /// The path from the package's root, such as `Sources/IAM/Wording.swift`.
  let path: String
  /// The lines as they are written.
  let lines: [Substring]
  /// The words and marks of the code, without comments and texts.
  let tokens: [SwiftToken]
  /// The string literals, with what is interpolated left out.
  let literals: [StringLiteral]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var scanner = SourceScanner(text)
    scanner.scan()
    tokens = SwiftToken.split(scanner.code)
    literals = scanner.literals
  }

  /// The number of lines; the line break at the end starts no further one.
  var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

  /// The names of the modules that the file imports.
  var imports: [String] {
    let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
    return tokens.indices.compactMap { index in
      guard tokens[index].text == "import" else { return nil }
      let name = tokens[(index + 1)...].first { !kinds.contains($0.text) }
      return name.map { String($0.text) }
    }
  }

  /// The lines on which these words and marks stand in the code, one after the other.
  func lines(of phrase: String...) -> [Int] {
    guard phrase.count <= tokens.count else { return [] }
    return (0...(tokens.count - phrase.count)).compactMap { start in
      tokens[start..<(start + phrase.count)].map(\.text) == phrase ? tokens[start].line : nil
    }
  }
}
