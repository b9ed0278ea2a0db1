import Foundation
import Testing

@testable import AdminCLI

/// What is written about the program is what the program says of itself.
@Suite struct DocumentationTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `the manual in docs is the one that the commands make`() throws {
    let written = try String(
      contentsOf: Self.root.appending(path: "docs/cli.md"), encoding: .utf8)
    // To write it anew: iamctl help --format markdown > docs/cli.md
    #expect(written == Ran("help --format markdown").output)
  }

  @Test func `the example in the README is the one that a test compiles and runs`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let test = try String(
      contentsOf: Self.root.appending(path: "Tests/IAMTests/Checking/ReadmeExample.swift"),
      encoding: .utf8)
    let fence = try #require(readme.range(of: "```swift\n"))
    let end = try #require(readme.range(of: "```\n", range: fence.upperBound..<readme.endIndex))
    let example = readme[fence.upperBound..<end.lowerBound].split(separator: "\n")
    #expect(example.count >= 10)
    for line in example {
      #expect(test.contains(line.drop { $0 == " " }), "`\(line)` is compiled by no test")
    }
  }
}
