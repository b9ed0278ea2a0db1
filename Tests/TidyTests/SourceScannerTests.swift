import Testing

/// The scanner on small samples, so that the rules built on it can fail.
@Suite struct SourceScannerTests {
  private func tokens(_ text: String) -> [String] {
    SwiftSource(path: "a.swift", text: text).tokens.map(\.text)
  }

  private func literals(_ text: String) -> [String] {
    SwiftSource(path: "a.swift", text: text).literals.map(\.text)
  }

  private func functions(_ text: String) -> [String] {
    SwiftSource(path: "a.swift", text: text).functions.map { "\($0.kind) \($0.bodyLineCount)" }
  }

  @Test func `comments are no code`() {
    #expect(tokens("a // b {\nc /* d /* e */ { */ f") == ["a", "c", "f"])
  }

  @Test func `texts are no code and what is interpolated is`() {
    #expect(
      tokens(#"a("{ \" // \(b("}") + c) {")"#) == [
        "a", "(", "(", "b", "(", ")", "+", "c", ")", ")",
      ])
    #expect(literals(#"a("x \(b("y")) z")"#) == ["y", "x  z"])
  }

  @Test func `raw texts and texts of several lines are no code`() {
    #expect(tokens("a #\"x \" \\(y) {\"# b") == ["a", "b"])
    #expect(tokens("a \"\"\"\n  \" { \"\" }\n  \"\"\" b") == ["a", "b"])
    #expect(tokens("a #\"\"\"\n \"\"\" \\#(c) \"\"\"# b") == ["a", "(", "c", ")", "b"])
    #expect(literals("\"\"").count == 1)
  }

  @Test func `a name in backticks is one word`() {
    #expect(tokens("func `a { \"b`() {}").count == 6)
  }

  @Test func `lines are counted across texts and comments`() {
    let source = SwiftSource(path: "a.swift", text: "/*\n*/ \"\"\"\n x\n \"\"\"\na(\"b\")\n")
    #expect(source.tokens.first == SwiftToken(text: "a", line: 5))
    #expect(source.literals.map(\.line) == [2, 5])
    #expect(source.lineCount == 5)
  }

  @Test func `imports are found however they are written`() {
    let text = "public import A\n@testable import B\nimport struct C.D\n// import E\n"
    #expect(SwiftSource(path: "a.swift", text: text).imports == ["A", "B", "C"])
  }

  @Test func `bodies are measured between their braces`() {
    #expect(functions("func a() {\n  b\n  c { d }\n}\n") == ["func 2"])
    #expect(
      functions("func a(_ b: () -> Void = { }) throws(E) -> [C] where D: E {\n\n\n}") == ["func 2"])
    #expect(functions("static func == (a: A, b: A) -> Bool { true }") == ["func 1"])
    #expect(functions("init?(a: A) {\n self.init(b)\n}\ndeinit {\n}\n") == ["init 1", "deinit 1"])
    #expect(functions("func `a }`() {\n  \"}\"\n  // }\n}\n") == ["func 2"])
    #expect(functions("func a() {\n  func b() {\n  }\n}\n") == ["func 2", "func 1"])
  }

  @Test func `accessors and computed properties are measured`() {
    #expect(
      functions("var a: A {\n  get throws {\n    b\n  }\n  set(c) { d }\n}\n") == [
        "var 4", "get 1", "set 1",
      ])
    #expect(functions("var a = 1 {\n  didSet { b }\n}\n") == ["didSet 1"])
    #expect(functions("subscript(a: A) -> B { c }") == ["subscript 1"])
  }

  @Test func `what has no body is not measured`() {
    #expect(
      functions("protocol P {\n  func a() -> B\n  init(c: C)\n  var d: D { get set }\n}\n") == [
        "var 1"
      ])
    #expect(
      functions("var a: A\nlet b = C.init(d) { e }\nvar f = { g }\nfor var h in i { }\n").isEmpty)
  }
}
