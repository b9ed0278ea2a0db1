import Foundation
import Testing

@testable import AdminCLI
@testable import IAM

/// Files that are not what a command asks for: nothing is changed, and the file is named.
struct InputTests {
  private let story: Story

  init() throws { story = try Story.told.get() }

  /// The commands that read a file, with `⟨file⟩` in its place.
  static let readers: [(person: String, line: String, secrets: [String])] = [
    ("nobody", "member register --file ⟨file⟩", [Story.masterPassword]),
    ("master", "member profile set --file ⟨file⟩", []), ("staff", "catalog import ⟨file⟩", []),
    ("master", "plan ⟨file⟩", []), ("master", "apply ⟨file⟩", []),
    ("master", "import matrix ⟨file⟩ --tenant M000001", []),
    ("master", "import casbin ⟨file⟩ --tenant M000001", []),
    ("staff", "policy blocklist import ⟨file⟩", []), ("staff", "backup verify ⟨file⟩", []),
    ("staff", "audit verify --checkpoint ⟨file⟩", []), ("master", "check --batch ⟨file⟩", []),
  ]

  private func run(
    _ reader: (person: String, line: String, secrets: [String]), on file: String
  ) -> Ran {
    story.stage.ran(
      reader.person, reader.line.replacing("⟨file⟩", with: file), secrets: reader.secrets)
  }

  @Test func `a file that is missing, or a folder, ends in 66`() throws {
    for reader in InputTests.readers {
      for file in ["/nowhere/none.json", story.stage.file("papers")] {
        let ran = run(reader, on: file)
        #expect(ran.exit == 66, "\(reader.line) \(file): \(ran.exit) \(ran.errors)")
        #expect(ran.output.isEmpty, "\(reader.line)")
        #expect(ran.errors.contains(file), "\(reader.line)")
      }
    }
  }

  @Test func `a file that is empty, binary or too deep is refused`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let files: [(String, [UInt8])] = [
      ("empty", []), ("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) }),
      ("deep", Array(deep.utf8)), ("halved", [0x7B, 0x22, 0xE4, 0xBA]),
    ]
    let stage = try Stage(copying: story.stage)
    for (name, bytes) in files {
      let path = try story.stage.write(bytes, to: name)
      for reader in InputTests.readers where !reader.line.hasPrefix("policy") {
        let ran = run(reader, on: path)
        #expect(
          [1, reader.line.hasPrefix("backup") ? 66 : 65].contains(ran.exit)
            || isNothingToDo(reader.line, name),
          "\(reader.line) \(name): \(ran.exit)")
        #expect(ran.exit == 65 || !reader.line.contains("--file"), "\(reader.line) \(name)")
        #expect(ran.errors.utf8.count < 4096, "\(reader.line) \(name)")
      }
    }
    #expect(
      story.stage.ran("master", words: ["export"]).output
        == stage.ran("master", words: ["export"]).output)
  }

  /// A batch and a table without a line ask for nothing.
  private func isNothingToDo(_ line: String, _ file: String) -> Bool {
    file == "empty" && (line.hasPrefix("check") || line.hasPrefix("import"))
  }

  @Test func `what cannot be a blocked password is refused`() throws {
    let path = try story.stage.write([0xFF, 0x00, 0x0A], to: "list")
    let ran = story.stage.ran("staff", "policy blocklist import \(path)")
    #expect(ran.exit == 65 && ran.output.isEmpty)
  }
}
