import IAM
import Testing

/// Typed access to documents, with the way to each problem.
@Suite struct DocumentReaderTests {
  private let document: JSONValue = [
    "name": "甲", "limit": 2, "open": true, "menus": ["trade"], "pool": "all", "parent": nil,
    "operators": [["username": "trader-01", "roles": ["seller", ["role": "buyer"]]]],
  ]
  private let keys = [
    "name", "limit", "open", "menus", "pool", "parent", "operators", "separations",
  ]

  private func failure(_ action: () throws -> Void) throws -> DocumentError {
    try #require(throws: DocumentError.self, performing: action)
  }

  @Test func `values are answered in their types`() throws {
    let reader = try DocumentReader(document, keys: keys)
    #expect(try reader.string("name") == "甲")
    #expect(try reader.integer("limit") == 2)
    #expect(try reader.boolean("open"))
    #expect(try reader.strings("menus") == ["trade"])
    #expect(try reader.value("pool").kind == .text)
    let operators = try reader.objects("operators", keys: ["username", "roles"])
    #expect(try operators.map { try $0.string("username") } == ["trader-01"])
    let roles = try operators[0].value("roles").list()
    #expect(roles.map(\.kind) == [.text, .object])
    #expect(try roles[1].object(keys: ["role", "from"]).string("role") == "buyer")
  }

  @Test func `a key that is absent or null is not given`() throws {
    let reader = try DocumentReader(document, keys: keys)
    #expect(try reader.optionalString("parent") == nil)
    let separations = try reader.optionalObjects("separations", keys: [])
    #expect(separations?.count == nil)
    #expect(try failure { _ = try reader.string("parent") }.reason == .missing)
  }

  @Test func `an unknown key is refused with its path`() throws {
    let error = try failure {
      let reader = try DocumentReader(document, keys: keys)
      _ = try reader.objects("operators", keys: ["username"])
    }
    #expect(error == DocumentError(path: "operators[0].roles", reason: .unknownKey))
    let root = try failure { _ = try DocumentReader(document, keys: ["name"]) }
    #expect(root == DocumentError(path: "limit", reason: .unknownKey))
  }

  @Test func `a value of another kind is refused with its path`() throws {
    let reader = try DocumentReader(document, keys: keys)
    let error = try failure {
      let operators = try reader.objects("operators", keys: ["username", "roles"])
      _ = try operators[0].strings("roles")
    }
    #expect(error.path == "operators[0].roles[1]")
    #expect(error.wording.en == "`operators[0].roles[1]`: expected a string, found an object")
    #expect(error.wording.zh == "`operators[0].roles[1]`：应为字符串，实为对象")
    #expect(throws: DocumentError.self) { try reader.integer("name") }
    #expect(throws: DocumentError.self) { try reader.boolean("limit") }
    #expect(throws: DocumentError.self) { try reader.object("menus", keys: []) }
    #expect(throws: DocumentError.self) { try reader.strings("pool") }
    #expect(throws: DocumentError.self) { try reader.integer("open") }
  }

  @Test func `a document that is no object is refused`() throws {
    let error = try failure { _ = try DocumentReader([1], keys: []) }
    #expect(error.wording.en == "the document: expected an object, found an array")
  }
}
