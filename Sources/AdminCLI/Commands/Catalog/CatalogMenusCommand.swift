import IAM
import Policy

/// `iamctl catalog menus [--tree]`.
let catalogMenusCommand = Command(
  "catalog menus", Text(zh: "查看菜单目录", en: "Show the menus"),
  examples: ["iamctl catalog menus", "iamctl catalog menus --tree"], treeFlag
) { context, isTree in
  let language = context.language
  let columns = [
    Column<CatalogueListing.Menu>("code", Text(zh: "代码", en: "code")) { .text($0.code.text) },
    Column("title", Text(zh: "名称", en: "title")) { .text($0.title.text[language]) },
    Column("marks", Text(zh: "标记", en: "marks")) { .list($0.marks.letters) },
  ]
  return Output.nodes(
    try context.catalogue().menus, code: \.code.text, columns: columns, tree: isTree, in: language)
}
