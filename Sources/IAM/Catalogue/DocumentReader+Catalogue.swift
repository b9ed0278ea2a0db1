extension DocumentReader {
  /// The dot path under `code`, of one or more segments whose scalars all pass `isAllowed`.
  func code(
    maximumDepth: Int, isAllowed: (Unicode.Scalar) -> Bool
  ) throws(DocumentError) -> String {
    let code = try string("code")
    let segments = code.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
    for segment in segments where segment.isEmpty || !segment.allSatisfy(isAllowed) {
      throw error(.malformedCode(code), at: "code")
    }
    guard segments.count <= maximumDepth else {
      throw error(.codeTooDeep(code, limit: maximumDepth), at: "code")
    }
    return code
  }

  /// The titles under `key`, `{"zh","en"}`, neither blank.
  func title(_ key: String) throws(DocumentError) -> Wording {
    let titles = try object(key, keys: ["zh", "en"])
    return Wording(zh: try titles.line("zh"), en: try titles.line("en"))
  }

  /// The text of `key`, neither blank nor with a control character.
  private func line(_ key: String) throws(DocumentError) -> String {
    let text = try string(key)
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw error(.blank, at: key)
    }
    let isUnsafe = text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: true
      default: false
      }
    }
    guard !isUnsafe else { throw error(.controlCharacter, at: key) }
    return text
  }
}
