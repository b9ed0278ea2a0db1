import Foundation
import Testing

/// The 43 functions of ANSI INCITS 359-2012: the document, the type and the story name each.
@Suite struct RBACDocumentTests {
  private static let functions = """
    AddUser DeleteUser AddRole DeleteRole AssignUser DeassignUser GrantPermission RevokePermission
    CreateSession DeleteSession AddActiveRole DropActiveRole CheckAccess
    AssignedUsers AssignedRoles
    RolePermissions UserPermissions SessionRoles SessionPermissions RoleOperationsOnObject
    UserOperationsOnObject
    AddInheritance DeleteInheritance AddAscendant AddDescendant AuthorizedUsers AuthorizedRoles
    CreateSsdSet DeleteSsdSet AddSsdRoleMember DeleteSsdRoleMember SetSsdSetCardinality SsdRoleSets
    SsdRoleSetRoles SsdRoleSetCardinality
    CreateDsdSet DeleteDsdSet AddDsdRoleMember DeleteDsdRoleMember SetDsdSetCardinality DsdRoleSets
    DsdRoleSetRoles DsdRoleSetCardinality
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// A standard name as Swift spells it.
  private func spelt(_ function: String) -> String {
    function.prefix(1).lowercased() + function.dropFirst()
  }

  @Test func `the standard has 43 functions`() {
    #expect(Self.functions.count == 43)
    #expect(Set(Self.functions).count == 43)
  }

  @Test func `the document names each exactly once, beside its Swift name`() throws {
    let rows = try text("docs/incits-359.md").split(separator: "\n")
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { $0.count == 5 && Int($0[0]) != nil }
    #expect(rows.map { $0[1] }.sorted() == Self.functions.sorted())
    #expect(rows.map { Int($0[0]) } == (1...43).map { $0 })
    for row in rows { #expect(row[2] == "`\(spelt(row[1]))`") }
  }

  @Test func `the type has each, and no other public function`() throws {
    let folder = Self.root.appendingPathComponent("Sources/IAM/RBAC").path
    var found: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      for part in try text("Sources/IAM/RBAC/\(file)").components(separatedBy: "public func ")
        .dropFirst()
      {
        found.append(String(part.prefix { $0 != "(" }))
      }
    }
    #expect(found.sorted() == Self.functions.map(spelt).sorted())
  }

  @Test func `the story calls each`() throws {
    let story = try text("Tests/IAMTests/RBAC/RBACStoryTests.swift")
    for function in Self.functions { #expect(story.contains("rbac.\(spelt(function))(")) }
  }
}
