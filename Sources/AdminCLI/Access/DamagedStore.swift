import IAM

/// Does something that reads a store; where that is damaged, says how a backup takes its place.
///
/// A damaged store cannot tell who may restore over it, so it is moved away by hand.
func leadingOutOfDamage<Answer>(to path: String, _ body: () throws -> Answer) throws -> Answer {
  do {
    return try body()
  } catch let error as DatabaseError where error.kind.isDamage {
    var failure = error.commandFailure
    failure.hint = Text(
      zh: "移走 `\(path)` 及其 -wal、-shm（密钥文件留下），再运行 `iamctl backup restore FILE`",
      en: "move `\(path)` with its -wal and -shm away, the key file not, then run "
        + "`iamctl backup restore FILE`")
    throw failure
  }
}

extension DatabaseError.Kind {
  /// Whether what is in the file can no longer be read as a store.
  fileprivate var isDamage: Bool {
    switch self {
    case .integrity, .notADatabase: true
    default: false
    }
  }
}
