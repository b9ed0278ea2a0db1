import IAM

/// `iamctl audit prove SEQ`.
let auditProveCommand = Command(
  "audit prove",
  Text(
    zh: "证明某行属于审计记录，证明可独立验证",
    en: "Prove that a row belongs to the audit trail, for anybody to verify"),
  examples: ["iamctl audit prove 17", "iamctl audit prove 17 --size 1000 > row-17.proof.json"],
  Argument("SEQ", Text(zh: "序号", en: "the row's number"), as: Int.self),
  OptionalOption(
    "--size", "N",
    Text(
      zh: "在前 N 行的树中证明，如检查点的行数",
      en: "prove it in the tree of the first N rows, such as a checkpoint's"),
    as: Int.self)
) { context, sequence, size in
  let registry = try context.registry(changing: false)
  let proof = try registry.inquire(as: context.identity()) { inquiry in
    try inquiry.auditProof(of: Int64(sequence), size: size.map(Int64.init))
  }
  let line = proof.entry.canonicalBytes
  return .document([
    "seq": .number(proof.entry.sequence), "size": .number(proof.size),
    "root": .string(proof.root.hexadecimal),
    "leaf": .string(MerkleTree.leafHash(line).hexadecimal),
    "row": .string(String(decoding: line, as: UTF8.self)),
    "siblings": .array(proof.siblings.map { .string($0.hexadecimal) }),
  ])
}
