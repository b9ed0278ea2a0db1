import IAM

/// `iamctl catalog markets [--tree]`.
let catalogMarketsCommand = Command(
  "catalog markets", Text(zh: "查看市场目录", en: "Show the markets"),
  examples: ["iamctl catalog markets"], treeFlag
) { context, isTree in
  let language = context.language
  let columns = [
    Column<CatalogueListing.Market>("code", Text(zh: "代码", en: "code")) { .text($0.code) },
    Column("title", Text(zh: "名称", en: "title")) { .text($0.title.text[language]) },
  ]
  return Output.nodes(
    try context.catalogue().markets, code: \.code, columns: columns, tree: isTree, in: language)
}
