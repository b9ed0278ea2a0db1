/// A function, initialiser, accessor or computed property with a body.
struct SwiftFunction: Equatable {
  /// The word that declares it, such as `func` or `init`.
  let kind: String
  /// The line on which it is declared, from 1.
  let line: Int
  /// The lines between the braces; one for a body on a single line.
  let bodyLineCount: Int
}

extension SwiftSource {
  /// Everything with a body in the file, in order, those within others too.
  var functions: [SwiftFunction] {
    tokens.indices.compactMap { index in
      guard let open = opening(declaredAt: index), let close = closing(of: open) else {
        return nil
      }
      return SwiftFunction(
        kind: tokens[index].text, line: tokens[index].line,
        bodyLineCount: max(1, tokens[close].line - tokens[open].line - 1))
    }
  }

  /// The index of the `{` that opens the body of what is declared here.
  private func opening(declaredAt index: Int) -> Int? {
    guard index == 0 || tokens[index - 1].text != "." else { return nil }
    switch tokens[index].text {
    case "func", "subscript": return openingOfBody(after: index, stops: Self.declarations)
    case "init":
      let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
      guard ["(", "<", "?"].contains(next) else { return nil }
      return openingOfBody(after: index, stops: Self.declarations)
    case "deinit", "get", "set", "willSet", "didSet", "_read", "_modify":
      return openingOfAccessor(after: index)
    case "var": return openingOfProperty(after: index)
    default: return nil
    }
  }

  private static let declarations: Set<String> = [
    "func", "init", "deinit", "var", "let", "subscript", "case", "struct", "enum", "class",
    "actor", "extension", "protocol", "typealias", "associatedtype", "import", "static", "public",
    "private", "internal", "fileprivate", "package", "mutating", "nonmutating", "}", ";", "=",
  ]

  /// The first `{` outside parentheses, unless something that begins anew stands before it.
  private func openingOfBody(after index: Int, stops: Set<String>) -> Int? {
    var depth = 0
    for position in tokens.indices.dropFirst(index + 1) {
      switch tokens[position].text {
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth < 0 { return nil }
      case "{" where depth == 0: return position
      case let text where depth == 0 && stops.contains(text) && !isOperatorName(position):
        return nil
      default: break
      }
    }
    return nil
  }

  /// Whether the mark belongs to the name of an operator, as in `func ==(`.
  private func isOperatorName(_ position: Int) -> Bool {
    guard tokens[position].text == "=" else { return false }
    var start = position
    while start > 0, Self.operatorMarks.contains(tokens[start - 1].text) { start -= 1 }
    return start > 0 && tokens[start - 1].text == "func"
  }

  private static let operatorMarks: Set<String> = [
    "=", "<", ">", "!", "~", "+", "-", "*", "&", "|",
  ]

  private func openingOfAccessor(after index: Int) -> Int? {
    let effects: Set<String> = ["(", ")", "async", "throws"]
    let open = tokens.indices.dropFirst(index + 1).first { position in
      let isName = tokens[position - 1].text == "("
      return !effects.contains(tokens[position].text) && !isName
    }
    return open.flatMap { tokens[$0].text == "{" ? $0 : nil }
  }

  private func openingOfProperty(after index: Int) -> Int? {
    let open = openingOfBody(after: index, stops: Self.declarations.union(["in", "else", ","]))
    guard let open, tokens[open].line == tokens[index].line else { return nil }
    return open
  }

  private func closing(of open: Int) -> Int? {
    var depth = 0
    for position in tokens.indices.dropFirst(open) {
      if tokens[position].text == "{" { depth += 1 }
      if tokens[position].text == "}" { depth -= 1 }
      if depth == 0 { return position }
    }
    return nil
  }
}
