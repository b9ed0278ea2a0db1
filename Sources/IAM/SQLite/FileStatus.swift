internal import CSQLite
internal import Glibc

/// A path as C reads it, made once.
struct KeptPath: Sendable {
  /// The path.
  let text: String
  /// Its bytes, ended with zero.
  let bytes: ContiguousArray<CChar>

  /// Keeps a path.
  init(_ text: String) {
    self.text = text
    bytes = text.utf8CString
  }
}

/// What the file system says about one path, symbolic links not followed.
struct FileStatus: Equatable {
  /// Which file system the file is on.
  let device: UInt
  /// Which file it is on that file system.
  let node: UInt
  /// Bytes.
  let size: Int
  /// When the file, or what is known of it, was last changed: the parts of its time, which nobody
  /// can set.
  private let changedSeconds: Int
  private let changedNanoseconds: Int
  private let mode: UInt32

  /// Asks about a path; `nil` when nothing is there.
  init?(path: String) throws(DatabaseError) {
    try self.init(KeptPath(path))
  }

  /// Asks about a path that is asked about again and again; `nil` when nothing is there. Allocates
  /// nothing unless it fails.
  init?(_ path: KeptPath) throws(DatabaseError) {
    var status = stat()
    // SAFETY: `lstat` reads a path that ends with zero and fills the structure that it is lent.
    let code = unsafe path.bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe lstat($0, &status) } ?? -1
    }
    guard code == 0 else {
      if errno == ENOENT { return nil }
      throw Self.failure(errno, "`\(path.text)` cannot be examined")
    }
    self.init(status)
  }

  /// Asks about an open file; `nil` when the descriptor is not open.
  init?(descriptor: Int32) {
    var status = stat()
    // SAFETY: `fstat` fills the structure that it is lent.
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    node = UInt(status.st_ino)
    size = Int(status.st_size)
    changedSeconds = Int(status.st_ctim.tv_sec)
    changedNanoseconds = Int(status.st_ctim.tv_nsec)
    mode = status.st_mode
  }

  /// Whether it is a plain file: no directory, link, device or pipe.
  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  /// The permission bits.
  var permissions: UInt32 { mode & 0o777 }

  /// Whether another status is that of this very file.
  func isSameFile(as other: FileStatus?) -> Bool {
    device == other?.device && node == other?.node
  }

  /// Whether the file has been changed since another status of it.
  func isChanged(since other: FileStatus) -> Bool {
    size != other.size || changedSeconds != other.changedSeconds
      || changedNanoseconds != other.changedNanoseconds
  }

  /// Whether every user of the machine may change it.
  var isWorldWritable: Bool { mode & S_IWOTH != 0 }

  /// Whether every user of the machine may read it.
  var isWorldReadable: Bool { mode & S_IROTH != 0 }

  /// The error for an `errno`, with what was tried.
  static func failure(_ number: Int32, _ attempt: String) -> DatabaseError {
    // SAFETY: `strerror` answers a text that ends with zero; it is copied at once.
    let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    let message = "\(attempt): \(reason.prefix(1).lowercased())\(reason.dropFirst())"
    switch number {
    case EROFS: return DatabaseError(.readOnly, message)
    case ENOENT, ENOTDIR: return DatabaseError(.missing, message)
    case ELOOP, EISDIR: return DatabaseError(.notARegularFile, message)
    case ENOSPC, EDQUOT: return DatabaseError(.storage(code: SQLITE_FULL), message)
    case EACCES, EPERM: return DatabaseError(.storage(code: SQLITE_PERM), message)
    default: return DatabaseError(.storage(code: SQLITE_CANTOPEN), message)
    }
  }
}
