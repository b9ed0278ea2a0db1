import Testing

@testable import AdminCLI

struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("create", "craete", 1), ("create", "crate", 1),
    ("kitten", "sitting", 3), ("操作员", "操做员", 1), ("ca", "abc", 3),
  ])
  func `edits are counted, a swap of neighbours as one`(from: String, to: String, count: Int) {
    #expect(Spelling.distance(Array(from), Array(to)) == count)
    #expect(Spelling.distance(Array(to), Array(from)) == count)
  }

  @Test func `only near words are suggested`() {
    #expect(Spelling.nearest(to: "lst", among: ["show", "list"]) == "list")
    #expect(Spelling.nearest(to: "memb", among: ["menu-group", "member"]) == "member")
    #expect(Spelling.nearest(to: "frobnicate", among: ["show", "list"]) == nil)
    #expect(Spelling.nearest(to: "x", among: []) == nil)
  }
}
