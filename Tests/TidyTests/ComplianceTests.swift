import Foundation
import Testing

/// The documents that say what is met where name only files and tests that exist.
@Suite struct ComplianceTests {
  /// The requirements that tests name; those of this target speak of ids in general.
  private let cited: Set<String>
  private let testNames: Set<String>

  init() throws {
    let paths = try PackageFiles.names(in: "Tests").filter { $0.hasSuffix(".swift") }
    var names: Set<String> = []
    var cited: Set<String> = []
    for path in paths {
      let text = try String(
        contentsOf: PackageFiles.root.appending(path: "Tests/\(path)"), encoding: .utf8)
      names.formUnion(DocumentRules.testNames(in: text))
      if !path.hasPrefix("TidyTests") { cited.formUnion(DocumentRules.requirements(in: text)) }
    }
    testNames = names
    self.cited = cited
  }

  private func document(_ name: String) throws -> String {
    try String(contentsOf: PackageFiles.root.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  @Test(arguments: ["compliance.md", "test-plan.md"])
  func `every file and test that a document names exists`(name: String) throws {
    let cited = DocumentRules.citations(in: try document(name))
    #expect(cited.count > 20)
    #expect(cited.filter { !exists($0) } == [])
  }

  /// A word in backticks is a path, a test's name, a command or a word of the domain; the first two
  /// are recognised by a slash and by blanks.
  private func exists(_ citation: String) -> Bool {
    if citation.hasPrefix("iamctl ") { return true }
    if citation.contains(" ") { return testNames.contains(citation) }
    let path = PackageFiles.root.appending(path: citation).path()
    return !citation.contains("/") || FileManager.default.fileExists(atPath: path)
  }

  @Test func `every requirement in scope is cited by a test and has its line in the plan`() throws {
    let plan = try document("test-plan.md")
    let ids = [("A", 13), ("B", 7), ("C", 12)].flatMap { letter, last in
      (1...last).map { "\(letter)\($0)" }
    }
    for id in ids {
      let line = plan.split(separator: "\n").first { $0.hasPrefix("| \(id) |") }
      let row = try #require(line, "\(id) has no line in the plan")
      if row.contains("| out of scope") { continue }
      #expect(cited.contains(id), "\(id)")
    }
  }

  @Test func `the plan has a line for each further requirement`() throws {
    let plan = try document("test-plan.md")
    for (letter, last) in [("D", 5), ("E", 6), ("F", 6)] {
      for number in 1...last { #expect(plan.contains("\n| \(letter)\(number) |")) }
    }
  }

  @Test func `citations are read out of a document`() {
    let text = "see `Sources/IAM/A.swift`: `a test says so` (`word`)\n| A1 | x, B2–B3 |"
    #expect(DocumentRules.citations(in: text) == ["Sources/IAM/A.swift", "a test says so", "word"])
    #expect(DocumentRules.testNames(in: "func `a b`() {}\n func c() {}") == ["a b"])
    for id in ["A1", "B2", "B3"] { #expect(DocumentRules.cites(id, in: text), "\(id)") }
    #expect(DocumentRules.cites("A7", in: "A5–A9.") && !DocumentRules.cites("A7", in: "PNG.SH.A77"))
    #expect(!DocumentRules.cites("A1", in: "A12, XA1") && !DocumentRules.cites("B6", in: "A5–A9"))
  }
}
