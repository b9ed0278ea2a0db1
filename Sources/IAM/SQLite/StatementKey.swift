/// Tells the literals of SQL apart: by where the text is, which costs less than by what it says.
///
/// Literals never move nor end, so an equal key means the same text. The same text written in two
/// places may have two keys, and then is compiled twice.
struct StatementKey: Equatable {
  private let address: UInt
  private let count: Int

  /// The key of a literal.
  init(_ sql: StaticString) {
    // SAFETY: the address is not followed.
    address = unsafe UInt(bitPattern: sql.utf8Start)
    count = sql.utf8CodeUnitCount
  }
}

/// A statement that waits for its next use.
struct ParkedStatement {
  let key: StatementKey
  let handle: Handle
}

extension StaticString {
  /// The text as C reads it: it lives for ever and ends with a zero byte.
  var cString: UnsafePointer<CChar> {
    // SAFETY: literals are stored with a zero byte behind them; bytes and characters have one size.
    unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
