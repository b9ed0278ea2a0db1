/// Why the database could not be opened, read or changed.
///
/// Never holds a bound value, so it may be logged and shown.
public struct DatabaseError: Error, Equatable, Sendable {
  /// What went wrong, as far as a caller can act on it.
  public enum Kind: Equatable, Sendable {
    /// There is no file at the path.
    case missing
    /// The file is empty: it was made, but setting it up never finished. Creating finishes it.
    case incomplete
    /// The file is not an SQLite database.
    case notADatabase
    /// The path names a directory, a symbolic link or another thing that is not a plain file.
    case notARegularFile
    /// The file is the database of another program, whose application identifier is given.
    case foreignApplication(found: Int64)
    /// A newer version of this program made the file.
    case schemaTooNew(found: Int64, known: Int64)
    /// An older version of this program made the file and it was not migrated yet.
    case schemaTooOld(found: Int64, known: Int64)
    /// The file, or one beside it, may be changed by every user of the machine.
    case worldWritable
    /// A change is asked for, but the file may only be read.
    case readOnly
    /// Another process kept the database for longer than the caller would wait.
    case busy
    /// A complete database is at the path where one should be created.
    case alreadyExists
    /// What is stored is damaged, or is not what the schema promises.
    case integrity
    /// A rule of the schema forbids the change. The code is SQLite's extended one.
    case constraint(code: Int32)
    /// The disk, the memory or the library failed. The code is SQLite's extended one.
    case storage(code: Int32)
  }

  /// What went wrong.
  public let kind: Kind
  /// SQLite's extended result code; 0 when SQLite was not involved.
  public let code: Int32
  /// The text of the statement, with its parameters as `?`; `nil` outside a statement.
  public let sql: String?
  /// One line in English, without a final period.
  public let message: String

  /// An error that SQLite did not report.
  init(_ kind: Kind, _ message: String, code: Int32 = 0, sql: String? = nil) {
    self.kind = kind
    self.code = code
    self.sql = sql
    self.message = message
  }
}

extension DatabaseError: CustomStringConvertible {
  /// The message; with the code when SQLite gave one.
  public var description: String { code == 0 ? message : "\(message) (code \(code))" }
}
