extension Database {
  /// How the database is opened.
  public enum Mode: Sendable {
    /// Makes the file; throws `alreadyExists` when there is one. Finishes what a crash left empty.
    case create
    /// Reads and changes; brings an older schema up to date.
    case readWrite
    /// Reads only; every change throws `readOnly`.
    case readOnly
    /// Reads a file that nobody changes, such as a backup: without locks, and without leaving
    /// anything beside it.
    case archive
  }
}

extension Database.Mode {
  /// Whether changes can be made.
  var isForChanges: Bool { self == .create || self == .readWrite }
  /// How connections that only read are opened.
  var readAccess: Connection.Access { self == .archive ? .archive : .readOnly }
}
