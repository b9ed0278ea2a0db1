internal import CSQLite
internal import Glibc

/// The database's file and those beside it, and what must be true of them before they are opened.
///
/// The file is never opened here once it may be in use: closing any descriptor of it would drop
/// the locks that SQLite holds on it in this process.
struct DatabaseFile: Sendable {
  /// The absolute path. The directory is resolved, the last component is not.
  let path: String
  private let directory: String

  /// The file at a path, which need not exist; its directory must.
  init(_ path: String) throws(DatabaseError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let start = slash.map(path.utf8.index(after:)) ?? path.startIndex
    let name = String(path[start...])
    guard !path.utf8.contains(0), !name.isEmpty, name != ".", name != ".." else {
      throw DatabaseError(.missing, "`\(path)` does not name a file")
    }
    let parent = path[..<start]
    directory = try Self.resolve(parent.isEmpty ? "." : String(parent))
    self.path = (directory == "/" ? "" : directory) + "/" + name
  }

  /// The write-ahead log.
  var logPath: String { path + "-wal" }
  /// The file whose lock a writer holds.
  var lockPath: String { path + ".lock" }
  /// The file whose word tells readers that something was committed.
  var wordPath: String { path + ".rev" }

  /// The size of the write-ahead log in bytes; `nil` when there is none or it cannot be examined.
  var logSize: Int? {
    do throws(DatabaseError) {
      return try FileStatus(path: logPath)?.size
    } catch {
      return nil
    }
  }

  /// Throws unless the file exists and nobody but its owner and group can change it.
  func check() throws(DatabaseError) {
    guard try FileStatus(path: path) != nil else {
      throw DatabaseError(.missing, "the database `\(path)` does not exist")
    }
    for file in [path, logPath, path + "-shm", lockPath, wordPath] {
      guard let status = try FileStatus(path: file) else { continue }
      guard status.isRegular else {
        throw DatabaseError(.notARegularFile, "`\(file)` is not a plain file")
      }
      guard !status.isWorldWritable else {
        throw DatabaseError(.worldWritable, "`\(file)` may be changed by every user")
      }
    }
  }

  /// Throws where nothing was ever written to the file: the library would take its log for a rest of
  /// something else, and delete it.
  func requireContent() throws(DatabaseError) {
    guard try FileStatus(path: path)?.size != 0 else {
      throw DatabaseError(.incomplete, "the database was never set up completely")
    }
  }

  /// Makes an empty file for its owner alone, whatever the process's mask says.
  ///
  /// - Returns: `false` when something is at the path already, which is left as it is.
  func createEmpty() throws(DatabaseError) -> Bool {
    // SAFETY: the path ends with zero. `O_EXCL` makes sure that the file is new, so closing the
    // descriptor drops nobody's locks.
    let descriptor = unsafe iam_open(
      path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw FileStatus.failure(errno, "`\(path)` cannot be created")
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else {
      throw FileStatus.failure(errno, "`\(path)` cannot be protected")
    }
    try synchronizeDirectory()
    return true
  }

  /// Takes a file that was found empty away from everybody but its owner. `check` comes first.
  func protect() throws(DatabaseError) {
    // SAFETY: the path ends with zero.
    guard unsafe chmod(path, 0o600) == 0 else {
      throw FileStatus.failure(errno, "`\(path)` cannot be protected")
    }
  }

  /// Makes the names in the directory survive a loss of power.
  func synchronizeDirectory() throws(DatabaseError) {
    // SAFETY: the path ends with zero.
    let descriptor = unsafe iam_open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    guard descriptor >= 0 else {
      throw FileStatus.failure(errno, "`\(directory)` cannot be opened")
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw FileStatus.failure(errno, "`\(directory)` cannot be synchronised")
    }
  }

  /// Removes a file that this process made and nobody else uses, with what SQLite put beside it.
  func remove() {
    for file in [path, logPath, path + "-shm", path + "-journal", wordPath] {
      // SAFETY: the path ends with zero. What is not there needs no removing.
      _ = unsafe unlink(file)
    }
  }

  /// A path from the root, nothing resolved.
  static func absolute(_ path: String) throws(DatabaseError) -> String {
    path.hasPrefix("/") ? path : try resolve(".") + "/" + path
  }

  private static func resolve(_ directory: String) throws(DatabaseError) -> String {
    // SAFETY: `realpath` allocates the answer, which is copied and then freed.
    guard let resolved = unsafe realpath(directory, nil) else {
      throw FileStatus.failure(errno, "the directory `\(directory)` cannot be opened")
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
