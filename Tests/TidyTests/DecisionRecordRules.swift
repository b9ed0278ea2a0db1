/// Decision records are named `NNNN-title.md`, each with a number of its own.
enum DecisionRecordRules {
  static func violations(inNames names: [String]) -> [Violation] {
    var numbers: Set<Substring> = []
    return names.sorted().compactMap { name in
      let path = "docs/decisions/\(name)"
      guard isWellNamed(name) else {
        return Violation(path: path, line: 1, reason: "the name is not NNNN-title.md")
      }
      guard numbers.insert(name.prefix(4)).inserted else {
        return Violation(path: path, line: 1, reason: "the number is taken")
      }
      return nil
    }
  }

  private static func isWellNamed(_ name: String) -> Bool {
    guard name.hasSuffix(".md") else { return false }
    let words = name.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
    let isTitle = words.dropFirst().allSatisfy { word in
      !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }
    return words.count > 1 && words[0].count == 4 && isTitle
      && words[0].allSatisfy { $0.isASCII && $0.isNumber }
  }
}
