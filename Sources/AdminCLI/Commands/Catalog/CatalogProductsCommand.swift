import IAM
import Policy

/// `iamctl catalog products [--tree]`.
let catalogProductsCommand = Command(
  "catalog products", Text(zh: "查看产品目录", en: "Show the products"),
  examples: ["iamctl catalog products", "iamctl catalog products --tree"], treeFlag
) { context, isTree in
  let language = context.language
  let columns = [
    Column<CatalogueListing.Product>("code", Text(zh: "代码", en: "code")) { .text($0.code.text) },
    Column("title", Text(zh: "名称", en: "title")) { .text($0.title.text[language]) },
  ]
  return Output.nodes(
    try context.catalogue().products, code: \.code.text, columns: columns, tree: isTree,
    in: language)
}
