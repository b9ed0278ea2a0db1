import Testing

/// Each rule finds what breaks it and leaves alone what does not.
@Suite struct RuleTests {
  private func source(_ path: String, _ text: String) -> SwiftSource {
    SwiftSource(path: path, text: text)
  }

  private func lines(_ count: Int) -> String { String(repeating: "a\n", count: count) }

  @Test func `a file over its cap is found`() {
    let size = SizeRules.violations
    #expect(size(source("Sources/IAM/A.swift", lines(250))).isEmpty)
    #expect(size(source("Sources/IAM/A.swift", lines(251))).map(\.line) == [251])
    #expect(size(source("Tests/IAMTests/A.swift", lines(400))).isEmpty)
    #expect(size(source("Tests/IAMTests/A.swift", lines(401))).count == 1)
  }

  @Test func `a function over its cap is found`() {
    let size = SizeRules.violations
    #expect(size(source("Sources/IAM/A.swift", "\nfunc a() {\n\(lines(40))}\n")).isEmpty)
    #expect(size(source("Sources/IAM/A.swift", "\nfunc a() {\n\(lines(41))}\n")).map(\.line) == [2])
  }

  @Test(arguments: [
    ("Sources/Policy/A.swift", "import Synchronization"),
    ("Sources/Policy/Trees/A.swift", "internal import IAM"),
    ("Sources/IAM/A.swift", "import AdminCLI"), ("Sources/IAM/A.swift", "import Foundation"),
    ("Sources/IAM/A.swift", "import struct Foundation.Date"),
    ("Sources/AdminCLI/A.swift", "import CSQLite"),
    ("Sources/AdminCLI/A.swift", "run(\"SELECT 1\")"),
    ("Sources/AdminCLI/A.swift", "run(\"\"\"\n  WITH a AS\n  \"\"\")"),
  ])
  func `a dependency that points the wrong way is found`(path: String, text: String) {
    #expect(DependencyRules.violations(in: source(path, text)).map(\.line) == [1])
  }

  @Test(arguments: [
    ("Sources/Policy/A.swift", "import Swift"),
    ("Sources/IAM/A.swift", "import CSQLite\nimport FoundationEssentials\nrun(\"SELECT 1\")"),
    (
      "Sources/AdminCLI/A.swift",
      "import IAM\n// import CSQLite\nsay(\"Create a role\", \"DELETE\")"
    ),
    ("Tests/TidyTests/A.swift", "import Foundation"),
  ])
  func `a dependency that points the right way is left alone`(path: String, text: String) {
    #expect(DependencyRules.violations(in: source(path, text)).isEmpty)
  }

  @Test(arguments: [
    ("Sources/IAM/A.swift", "final class A: @unchecked Sendable {}"),
    ("Sources/IAM/A.swift", "nonisolated(unsafe) var a = 1 // SAFETY: none"),
    ("Sources/IAM/A.swift", "try! a()"), ("Sources/IAM/A.swift", "fatalError()"),
    ("Sources/IAM/A.swift", "// TODO: a"), ("Sources/IAM/A.swift", "// FIXME: a"),
    ("Sources/IAM/A.swift", "let a = unsafe b"), ("Tests/IAMTests/A.swift", "try? a()"),
  ])
  func `a word that hides mistakes is found`(path: String, text: String) {
    #expect(WordRules.violations(in: source(path, text)).map(\.line) == [1])
  }

  @Test(arguments: [
    ("Sources/IAM/A.swift", "a(\"try!\") // fatalError() is not called"),
    ("Sources/IAM/A.swift", "// SAFETY: a\nlet a = unsafe b"),
    ("Sources/IAM/A.swift", "try? a()"), ("Tests/IAMTests/A.swift", "try a(\"try?\")"),
  ])
  func `the same word in a comment or text is left alone`(path: String, text: String) {
    #expect(WordRules.violations(in: source(path, text)).isEmpty)
  }

  @Test func `a reason too far above an unsafe use does not count`() {
    let far = "// SAFETY: a\n\(lines(10))let a = unsafe b"
    #expect(WordRules.violations(in: source("Sources/IAM/A.swift", far)).map(\.line) == [12])
  }

  @Test(arguments: ["1-a.md", "0001.md", "0001-.md", "0001-A.md", "0001-a b.md", "0001-a.txt"])
  func `a decision record with another name is found`(name: String) {
    #expect(DecisionRecordRules.violations(inNames: [name]).count == 1)
  }

  @Test func `two decision records with one number are found`() {
    #expect(DecisionRecordRules.violations(inNames: ["0001-a-b.md", "0002-c.md"]).isEmpty)
    #expect(DecisionRecordRules.violations(inNames: ["0001-a.md", "0001-b.md"]).count == 1)
  }
}
