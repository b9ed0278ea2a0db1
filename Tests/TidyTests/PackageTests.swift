import Testing

/// The rules of the house, held against every file of the package.
@Suite struct PackageTests {
  private let sources: [SwiftSource]

  init() throws {
    sources = try PackageFiles.swiftSources()
  }

  @Test func `the walk finds the files of every target`() {
    let paths = Set(sources.map(\.path))
    #expect(paths.contains("Tests/TidyTests/PackageTests.swift"))
    for target in ["Policy", "IAM", "AdminCLI"] {
      #expect(paths.contains { $0.hasPrefix("Sources/\(target)/") }, "\(target)")
    }
  }

  @Test func `files and functions keep their caps`() {
    #expect(sources.flatMap(SizeRules.violations) == [])
  }

  @Test func `dependencies point one way and the command line holds no SQL`() {
    #expect(sources.flatMap(DependencyRules.violations) == [])
  }

  @Test func `the code does without what hides mistakes`() {
    #expect(sources.flatMap(WordRules.violations) == [])
  }

  @Test func `decision records are named by number and title`() throws {
    let names = try PackageFiles.names(in: "docs/decisions")
    #expect(DecisionRecordRules.violations(inNames: names) == [])
  }
}
