import IAM

/// `--prune` of `plan` and `apply`.
let pruneFlag = Flag(
  "--prune",
  Text(
    zh: "未列出的操作员收回全部权限并停用", en: "take everything from operators not listed, and suspend them"))

/// `iamctl plan FILE`.
let planCommand = Command(
  "plan", Text(zh: "显示配置文档与现状的差异", en: "Show what applying a document would change"),
  examples: [
    "iamctl plan tenant.json", "iamctl plan tenant.json --prune --json",
    "iamctl apply tenant.json --dry-run",
  ],
  Argument("FILE", Text(zh: "配置文档", en: "the document"), as: FilePath.self), pruneFlag
) { context, file, prune in
  let document = try context.configurationDocument(file)
  let identity = try context.identity()
  let differences = try context.registry(changing: false).inquire(as: identity) {
    try $0.plan(document, prune: prune)
  }
  if !differences.isEmpty {
    try context.tellRefusal(of: document, prune: prune, as: identity)
  }
  return .differences(differences).answering(differences.isEmpty)
}

extension Context {
  /// Tells people why the same person could not apply a document, found by applying it in a
  /// transaction that is undone.
  ///
  /// The differences are right either way: whoever plans need not be the one who applies. Where the
  /// store may only be read, or is kept by somebody else, nothing is told.
  fileprivate func tellRefusal(
    of document: ConfigurationDocument, prune: Bool, as identity: Identity
  ) throws {
    do {
      try registry().foretell(as: identity) { try $0.apply(document, prune: prune) }
    } catch let error as IAMError {
      let reason = CommandFailure(error).message
      console.note(Text(zh: "`apply` 将被拒绝：", en: "`apply` would be refused: ") + reason)
    } catch let error as DatabaseError where error.kind == .busy || error.kind == .readOnly {
      return
    }
  }
}
