import IAM

/// `iamctl catalog import FILE`.
let catalogImportCommand = Command(
  "catalog import",
  Text(zh: "导入目录：新增与更新，不删除", en: "Add to the catalogue and update it"), .changes,
  examples: [
    "iamctl catalog import catalogue.json", "iamctl catalog import catalogue.json --dry-run",
  ],
  Argument(
    "FILE",
    Text(
      zh: "JSON 目录；菜单标记为 S U T R a p £ own h k A，其中 k 要求密钥",
      en: "JSON: menus, products, markets; marks of menus are S U T R a p £ own h k A, of which k "
        + "asks for the key"),
    as: FilePath.self)
) { context, file in
  let identity = try context.identity()
  let json = try context.documentJSON(at: file)
  let changes = try context.registry().change(as: identity, dryRun: context.isDryRun) {
    try $0.importCatalogue(json)
  }
  return Output.table(
    changes,
    [
      Column("kind", Text(zh: "类别", en: "kind")) { .text($0.section.rawValue) },
      Column("code", Text(zh: "代码", en: "code")) { .text($0.code) },
      Column("change", Text(zh: "变化", en: "change")) {
        .phrase(code: $0.kind.rawValue, $0.kind.title)
      },
    ])
}

extension CatalogueChange.Kind {
  fileprivate var title: Text {
    switch self {
    case .added: Text(zh: "新增", en: "added")
    case .updated: Text(zh: "更新", en: "updated")
    }
  }
}
