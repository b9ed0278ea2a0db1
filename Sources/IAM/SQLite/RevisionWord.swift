internal import CSQLite
internal import Glibc

/// A number in a small file beside the database that all processes see at once, mapped into memory.
///
/// Even: no commit is under way. Odd: one is, or its writer died in it. Every commit leaves it
/// higher than it was. `docs/decisions/0004-freshness.md` says why that is enough.
final class RevisionWord: Sendable {
  /// Which file is mapped: another may have come to its path.
  let file: FileStatus
  private let address: UInt

  private static let size = 4096
  private static let mark: UInt64 = 0x3176_6572_4D41_4931

  private init(_ file: FileStatus, _ address: UInt) {
    self.file = file
    self.address = address
  }

  deinit {
    // SAFETY: the value is the only owner of the mapping and ends here.
    _ = unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), Self.size)
  }

  /// The number.
  ///
  /// - Complexity: O(1), without a call into the system.
  var value: UInt64 {
    @inline(__always) get {
      // SAFETY: the mapping lives as long as this value; the pointer is to its second word.
      unsafe iam_word_load(pointer)
    }
  }

  /// The place of the number, for those who look at it very often; valid as long as this value is.
  var pointer: UnsafePointer<UInt64> {
    // SAFETY: the address came from `mmap` and is not zero; 8 bytes into it lies the word.
    guard let pointer = unsafe UnsafePointer<UInt64>(bitPattern: address + 8) else {
      preconditionFailure("a mapping never begins at zero")
    }
    return unsafe pointer
  }

  /// How often the whole database was replaced by another, such as a backup.
  var generation: UInt64 {
    // SAFETY: the third word of the mapping, behind the number.
    unsafe iam_word_load(pointer + 1)
  }

  /// Counts a replacement; only the holder of the writer lock may.
  func raiseGeneration() {
    // SAFETY: as above; the mapping may be written.
    unsafe iam_word_store(UnsafeMutablePointer(mutating: pointer + 1), generation &+ 1)
  }

  /// How often the log has been brought into the database file: odd while it is being done, or when
  /// whoever did it died in it. Nothing else that this program does changes that file.
  var checkpoints: UInt64 {
    // SAFETY: the fourth word of the mapping.
    unsafe iam_word_load(pointer + 2)
  }

  /// Sets the number of checkpoints; only the holder of the writer lock may.
  func store(checkpoints: UInt64) {
    // SAFETY: as above; the mapping may be written.
    unsafe iam_word_store(UnsafeMutablePointer(mutating: pointer + 2), checkpoints)
  }

  /// Sets the number; only the holder of the writer lock may.
  func store(_ value: UInt64) {
    // SAFETY: as for reading; only writers, whose mapping may be written, come here.
    unsafe iam_word_store(UnsafeMutablePointer(mutating: pointer), value)
  }

  /// Opens the word for reading; `nil` when there is none yet.
  static func reading(_ database: DatabaseFile) throws(DatabaseError) -> RevisionWord? {
    // SAFETY: the path ends with zero. A pipe that came to it must not make anybody wait.
    let descriptor = unsafe iam_open(
      database.wordPath, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.isRegular,
      !status.isWorldWritable,
      status.size >= size
    else { return nil }
    let word = try map(descriptor, status, PROT_READ, database)
    guard word.isMarked else { return nil }
    return word
  }

  /// Opens or makes the word. The writer lock must be held.
  static func writing(_ database: DatabaseFile) throws(DatabaseError) -> RevisionWord {
    // SAFETY: the path ends with zero.
    let descriptor = unsafe iam_open(
      database.wordPath, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw FileStatus.failure(errno, "`\(database.wordPath)` cannot be opened")
    }
    defer { close(descriptor) }
    // Whoever may read the database may read its word.
    if let mode = try FileStatus(path: database.path)?.permissions {
      _ = fchmod(descriptor, mode & 0o640 | 0o600)
    }
    guard let status = FileStatus(descriptor: descriptor), status.isRegular else {
      throw DatabaseError(.notARegularFile, "`\(database.wordPath)` is not a plain file")
    }
    // A place that has no block yet would end the process when it is stored to and the disk is full.
    let reason = posix_fallocate(descriptor, 0, off_t(size))
    guard reason == 0 else {
      throw FileStatus.failure(reason, "`\(database.wordPath)` cannot be enlarged")
    }
    let word = try map(descriptor, status, PROT_READ | PROT_WRITE, database)
    word.setMark()
    return word
  }

  private static func map(
    _ descriptor: Int32, _ status: FileStatus, _ protection: Int32, _ database: DatabaseFile
  ) throws(DatabaseError) -> RevisionWord {
    // SAFETY: a fresh shared mapping of a file that is at least as long, handed to the only owner.
    guard let start = unsafe mmap(nil, size, protection, MAP_SHARED, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw FileStatus.failure(errno, "`\(database.wordPath)` cannot be mapped") }
    return RevisionWord(status, UInt(bitPattern: start))
  }

  private var isMarked: Bool {
    // SAFETY: the mark is the word before the number, within the mapping.
    unsafe iam_word_load(pointer - 1) == Self.mark
  }

  private func setMark() {
    // SAFETY: as above; the mapping may be written.
    unsafe iam_word_store(UnsafeMutablePointer(mutating: pointer - 1), Self.mark)
  }
}
