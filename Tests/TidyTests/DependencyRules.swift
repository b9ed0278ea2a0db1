/// The direction of dependencies: AdminCLI → IAM → Policy, and who may speak to the database.
enum DependencyRules {
  static func violations(in source: SwiftSource) -> [Violation] {
    guard let target = target(of: source.path) else { return [] }
    let imports = source.imports.filter { isForbidden($0, in: target) }
    var violations = imports.map { module in
      Violation(
        path: source.path, line: source.lines(of: "import", module).first ?? 1,
        reason: "\(target) must not import \(module)")
    }
    if target == "AdminCLI" {
      violations += source.literals.filter(isSQL).map { literal in
        Violation(path: source.path, line: literal.line, reason: "\(target) must not hold SQL")
      }
    }
    return violations
  }

  /// The target of a file below `Sources/`.
  private static func target(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  private static func isForbidden(_ module: String, in target: String) -> Bool {
    // Full Foundation doubles the time that the program needs to start.
    if module == "Foundation" { return true }
    return switch target {
    case "Policy": module != "Swift"
    case "IAM": module == "AdminCLI"
    case "AdminCLI": module == "CSQLite"
    default: false
    }
  }

  private static func isSQL(_ literal: StringLiteral) -> Bool {
    let statements = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "WITH"]
    let words = literal.text.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && statements.contains { $0 == words[0] }
  }
}
