import IAM

extension Output {
  /// Differences as rows: what, which, how, and the value before and after.
  static func differences(_ differences: [ConfigurationDifference]) -> Output {
    .table(
      differences,
      [
        Column("section", Text(zh: "部分", en: "SECTION")) { .text($0.section.rawValue) },
        Column("name", Text(zh: "名称", en: "NAME")) { .text($0.name) },
        Column("change", Text(zh: "变化", en: "CHANGE")) {
          .phrase(code: $0.kind.rawValue, $0.kind.title)
        },
        Column("key", Text(zh: "项", en: "KEY")) { .text($0.key) },
        Column("before", Text(zh: "之前", en: "BEFORE")) { .json($0.before) },
        Column("after", Text(zh: "之后", en: "AFTER")) { .json($0.after) },
      ])
  }
}

extension Cell {
  /// A structured value, or nothing.
  fileprivate static func json(_ value: JSONValue?) -> Cell {
    value.map { .value($0, shown: [Text($0.text())]) } ?? .none
  }
}

extension ConfigurationDifference.Kind {
  /// What people read.
  fileprivate var title: Text {
    switch self {
    case .added: Text(zh: "新增", en: "added")
    case .changed: Text(zh: "修改", en: "changed")
    case .removed: Text(zh: "删除", en: "removed")
    }
  }
}

extension Context {
  /// The document in a file.
  ///
  /// - Throws: exit 66 when it cannot be read, 65 when it is not a document.
  func configurationDocument(_ file: FilePath) throws -> ConfigurationDocument {
    try ConfigurationDocument(
      reading: console.read(file, limit: ConfigurationDocument.maximumSizeInBytes))
  }
}
