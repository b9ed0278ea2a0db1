internal import CSQLite
internal import Glibc

/// Folders of this process's own, for a while.
enum TemporaryFolder {
  /// Lends a new folder, where the environment wants such folders, else in `/tmp`.
  ///
  /// - Parameter body: is handed the path, and leaves the folder empty.
  /// - Throws: `DatabaseError` of storage; what the body throws.
  static func lend<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
    // SAFETY: the text of the environment is copied at once.
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/iamctl-XXXXXX".utf8CString)
    // SAFETY: the template ends with zero and is written to in place.
    guard let name = unsafe mkdtemp(&template) else {
      let failure = FileStatus.failure(errno, "no folder can be made in `\(parent)`")
      // Whatever the reason: it is not the caller's file that is missing.
      throw DatabaseError(.storage(code: SQLITE_CANTOPEN), failure.message)
    }
    // SAFETY: the name ends with zero.
    defer { _ = unsafe rmdir(name) }
    return try body(unsafe String(cString: name))
  }
}
