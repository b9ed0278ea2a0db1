/// The caps on the sizes of files and functions.
enum SizeRules {
  static func violations(in source: SwiftSource) -> [Violation] {
    let cap = source.path.hasPrefix("Tests/") ? 400 : 250
    var violations: [Violation] = []
    if source.lineCount > cap {
      violations.append(
        Violation(
          path: source.path, line: cap + 1, reason: "\(source.lineCount) lines, the cap is \(cap)"))
    }
    for function in source.functions where function.bodyLineCount > 40 {
      violations.append(
        Violation(
          path: source.path, line: function.line,
          reason: "`\(function.kind)` of \(function.bodyLineCount) lines, the cap is 40"))
    }
    return violations
  }
}
