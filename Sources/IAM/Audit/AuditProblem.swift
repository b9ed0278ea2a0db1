/// One thing that is wrong with the audit trail.
public enum AuditProblem: Sendable, Equatable {
  /// A row's columns do not give the hash that was stored with them.
  case rowChanged(Int64)
  /// A row cannot be read, or holds another kind of value than it must.
  case rowUnreadable(Int64)
  /// Rows are not there.
  case rowsMissing(ClosedRange<Int64>)
  /// Each of these rows fits its own hash, but together they do not give the stored hash of all of
  /// them: one was replaced together with its hash.
  case rowsReplaced(ClosedRange<Int64>)
  /// The stored hashes are of a trail of another size: rows at the end were cut off, or added past
  /// the program.
  case sizeDiffers
  /// The storage gave out while the trail was read; `after` is the last row that could be.
  case storageDamaged(after: Int64)
  /// The checkpoint was not signed by the key given.
  case signatureWrong
  /// The trail is shorter than the checkpoint says: it was cut off, or an older copy put back.
  case shorterThanCheckpoint(Int64)
  /// The first rows, as many as the checkpoint counts, are not those that it was made of.
  case differsFromCheckpoint(Int64)
}

extension AuditProblem {
  /// The stable code, in lower case with hyphens.
  public var code: String {
    switch self {
    case .rowChanged: "row-changed"
    case .rowUnreadable: "row-unreadable"
    case .rowsMissing: "rows-missing"
    case .rowsReplaced: "rows-replaced"
    case .sizeDiffers: "size-differs"
    case .storageDamaged: "storage-damaged"
    case .signatureWrong: "signature-wrong"
    case .shorterThanCheckpoint: "shorter-than-checkpoint"
    case .differsFromCheckpoint: "differs-from-checkpoint"
    }
  }

  /// The rows that it is about, where they can be named.
  public var rows: ClosedRange<Int64>? {
    switch self {
    case .rowChanged(let row), .rowUnreadable(let row): row...row
    case .rowsMissing(let rows), .rowsReplaced(let rows): rows
    default: nil
    }
  }

  /// The problem in both languages.
  public var wording: Wording {
    switch self {
    case .rowChanged(let row):
      Wording(zh: "第 \(row) 行被修改", en: "row \(row) was changed")
    case .rowUnreadable(let row):
      Wording(zh: "第 \(row) 行无法读取", en: "row \(row) cannot be read")
    case .rowsMissing(let rows):
      Wording(zh: "缺少第 \(rows.listing) 行", en: "missing: row \(rows.listing)")
    case .rowsReplaced(let rows):
      Wording(
        zh: "第 \(rows.listing) 行中有行连同其摘要被替换",
        en: "a row was replaced together with its hash: row \(rows.listing)")
    case .sizeDiffers:
      Wording(
        zh: "行数与存储的哈希树不符：末尾的行被删除或增加",
        en: "the rows do not fit the stored tree: the end was cut off or added to")
    case .storageDamaged(let row):
      Wording(zh: "第 \(row) 行之后的存储已损坏", en: "the storage is damaged after row \(row)")
    case .signatureWrong:
      Wording(zh: "检查点的签名无效", en: "the checkpoint was not signed by this key")
    case .shorterThanCheckpoint(let size):
      Wording(
        zh: "审计记录少于检查点所载的 \(size) 行：被截断，或换回了旧的副本",
        en: "fewer rows than the \(size) of the checkpoint: cut off, or an older copy was put back")
    case .differsFromCheckpoint(let size):
      Wording(
        zh: "前 \(size) 行与检查点不符",
        en: "the first \(size) rows are not those of the checkpoint")
    }
  }
}

extension ClosedRange<Int64> {
  /// `7`, or `7–9`.
  fileprivate var listing: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)"
  }
}
