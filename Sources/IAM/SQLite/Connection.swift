internal import CSQLite
internal import Synchronization

/// An open connection, owned by whoever holds the value; closed when the value ends.
struct Connection: ~Copyable {
  /// How a connection is opened.
  enum Access: Sendable {
    /// Changes are possible. The file must be writable.
    case readWrite
    /// Changes are refused by the library itself.
    case readOnly
    /// The same, and the file is taken as one that nobody changes meanwhile: nothing is locked.
    case archive
  }

  /// What all connections of the database share.
  let context: ConnectionContext
  private let handle: Handle
  private let parked = Mutex<[ParkedStatement]>([])

  private init(_ handle: Handle, context: ConnectionContext) {
    self.handle = handle
    self.context = context
  }

  deinit {
    parked.withLock { statements in
      // Each is finalised as its value ends.
      for parked in statements { _ = Statement(parked.handle) }
      statements = []
    }
    // SAFETY: the value is the only owner and ends here.
    let code = unsafe sqlite3_close(handle.pointer)
    precondition(code == SQLITE_OK, "a connection was closed while a statement was in use")
  }

  /// The pointer to hand to SQLite while the value lives.
  var pointer: OpaquePointer { unsafe handle.pointer }

  /// Opens a file that exists and makes it safe to use; who owns the file is not checked yet.
  static func open(
    path: String, access: Access, context: ConnectionContext
  ) throws(DatabaseError) -> Connection {
    let connection = try openRaw(path: path, access: access, context: context)
    try connection.harden()
    if access == .readWrite { try connection.requireWritable(path: path) }
    return connection
  }

  private static func openRaw(
    path: String, access: Access, context: ConnectionContext
  ) throws(DatabaseError) -> Connection {
    precondition(sqlite3_threadsafe() != 0, "the SQLite library was built without threads")
    let mode = access == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    var flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW
    if access == .archive { flags |= SQLITE_OPEN_URI }
    let name = access == .archive ? archiveName(path) : path
    var pointer: OpaquePointer?
    // SAFETY: the name ends with zero; SQLite sets the pointer, also on most failures.
    let code = unsafe sqlite3_open_v2(name, &pointer, flags, nil)
    guard let pointer = unsafe pointer else {
      throw DatabaseError(.storage(code: SQLITE_NOMEM), "out of memory", code: SQLITE_NOMEM)
    }
    let connection = unsafe Connection(Handle(pointer), context: context)
    guard code == SQLITE_OK else { throw connection.failure(code, sql: nil) }
    return connection
  }

  /// The name by which the library opens a file that nobody changes; in it every byte that is not
  /// plain is written as two digits.
  private static func archiveName(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8)
    let written = path.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text([byte])
    }
    return "file:" + written.joined() + "?immutable=1"
  }

  /// The error for a result code, in the words of the connection.
  func failure(_ code: Int32, sql: String?) -> DatabaseError {
    // SAFETY: the connection is alive; the message is copied at once.
    let message = unsafe sqlite3_errmsg(pointer).map { unsafe String(cString: $0) }
    return DatabaseError(code: code, message: message ?? "unknown error", sql: sql)
  }

  /// The statement for a text: one that waits for reuse, or a new one.
  ///
  /// A statement is taken out while it is in use, so none is handed out twice.
  func statement(_ sql: StaticString) throws(DatabaseError) -> Statement {
    let key = StatementKey(sql)
    let waiting = parked.withLock { statements in
      statements.firstIndex { $0.key == key }.map { place in
        statements.swapAt(place, statements.count - 1)
        return statements.removeLast().handle
      }
    }
    if let waiting { return Statement(waiting) }
    var statement: Statement?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    // SAFETY: the text of a literal lives for ever and ends with zero.
    let rest = unsafe try compile(sql.cString, flags: flags, into: &statement)
    guard let statement = statement.take(), unsafe rest.pointee == 0 else {
      preconditionFailure("exactly one statement is needed, without anything behind it: \(sql)")
    }
    return statement
  }

  /// Gives a statement back for reuse, its values forgotten.
  func park(_ statement: consuming Statement, for sql: StaticString) {
    let handle = statement.park(counting: context.counters)
    let key = StatementKey(sql)
    let isKept = parked.withLock { statements in
      if statements.contains(where: { $0.key == key }) { return false }
      statements.append(ParkedStatement(key: key, handle: handle))
      return true
    }
    // The same text was in use twice, one inside the other: one statement is enough to keep.
    if !isKept { _ = Statement(handle) }
  }

  /// Compiles the first statement of a text; `nil` when the text holds none.
  ///
  /// - Returns: where the text goes on.
  func compile(
    _ text: UnsafePointer<CChar>, flags: UInt32, into statement: inout Statement?
  ) throws(DatabaseError) -> UnsafePointer<CChar> {
    var compiled: OpaquePointer?
    // SAFETY: the caller lends the text for the time of the call.
    var rest: UnsafePointer<CChar>? = unsafe text
    // SAFETY: the caller lends a text that ends with zero; SQLite sets both pointers.
    let code = unsafe sqlite3_prepare_v3(pointer, text, -1, flags, &compiled, &rest)
    guard code == SQLITE_OK else { throw unsafe failure(code, sql: String(cString: text)) }
    statement = unsafe compiled.map { unsafe Statement(Handle($0)) }
    return unsafe rest ?? text
  }
}
