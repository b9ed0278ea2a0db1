extension CatalogueDocument {
  /// A menu of the catalogue: an action when no menu lies below it, else a heading.
  public struct Menu: Sendable, Equatable, CatalogueNode {
    static let keys = ["code", "title", "marks"]

    /// The dot path, of segments of `a-z`, `0-9` and `-`.
    public let code: String
    /// The titles; neither is blank.
    public let title: Wording
    /// The marks, with those that they imply.
    public let marks: Set<Mark>

    init(_ node: DocumentReader) throws(DocumentError) {
      code = try node.code(maximumDepth: maximumDepth) { scalar in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
      }
      title = try node.title("title")
      var marks: Set<Mark> = []
      for word in try node.optional("marks")?.list() ?? [] {
        let letter = try word.string()
        guard let mark = Mark(rawValue: letter) else {
          throw word.error(.unknownWord(letter, allowed: Mark.allCases.map(\.rawValue)))
        }
        marks.insert(mark)
      }
      if marks.contains(.setupStage) { marks.insert(.signupStage) }
      self.marks = marks
    }
  }

  /// A product of the catalogue, or a heading above products.
  public struct Product: Sendable, Equatable, CatalogueNode {
    static let keys = ["code", "title"]

    /// The dot path, of segments of `A-Z` and `0-9`.
    public let code: String
    /// The titles; neither is blank.
    public let title: Wording

    init(_ node: DocumentReader) throws(DocumentError) {
      code = try node.code(maximumDepth: maximumDepth) { scalar in
        ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      }
      title = try node.title("title")
    }
  }

  /// A market, for each of which a tenant may have a trading account (`A11`).
  public struct Market: Sendable, Equatable, CatalogueNode {
    static let keys = ["code", "title"]

    /// The code, of `a-z` and `0-9`; in upper case it is a part of account codes.
    public let code: String
    /// The titles; neither is blank.
    public let title: Wording

    init(_ node: DocumentReader) throws(DocumentError) {
      code = try node.code(maximumDepth: 1) { scalar in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      }
      title = try node.title("title")
    }
  }
}
