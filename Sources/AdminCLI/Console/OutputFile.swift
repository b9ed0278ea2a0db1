import Glibc
import IAM

/// A file that a command writes: whole or not at all, never over another unasked, and never over
/// what the program itself lives in.
struct OutputFile {
  /// Where it is going to be.
  let path: String
  /// Whether a file that is there already is replaced.
  let replaces: Bool
  private let spared: StoreFiles?

  /// A file at a path; commands get theirs from `Context.outputFile`.
  ///
  /// - Parameter spared: the files that are not written over even where `replaces` says so.
  init(_ path: FilePath, replaces: Bool = false, sparing spared: StoreFiles? = nil) {
    self.path = path.text
    self.replaces = replaces
    self.spared = spared
  }

  /// Throws unless the file may be written: called before work whose result it is to hold.
  ///
  /// - Throws: exit 73 when something is there and is not to be replaced, when it is a file that the
  ///   program lives in, or when its folder is missing or takes no files.
  func requireFree() throws(CommandFailure) {
    try requireForeign()
    guard access(folder, W_OK | X_OK) == 0 else { throw failure(errno) }
    var facts = stat()
    guard !replaces, lstat(path, &facts) == 0 else { return }
    throw exists
  }

  /// Throws where the program itself lives in the file.
  ///
  /// - Throws: exit 73.
  func requireForeign() throws(CommandFailure) {
    guard spared?.include(path) != true else { throw isOwn }
  }

  private var folder: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
  }

  /// Writes the bytes to a draft beside the file, then gives it the file's name.
  ///
  /// - Parameter mode: who may read it; the owner alone unless told otherwise.
  /// - Throws: exit 73; then everything is as it was.
  func write(_ bytes: [UInt8], mode: mode_t = 0o600) throws(CommandFailure) {
    try requireFree()
    let draft = "\(path).\(getpid()).draft"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw failure(errno) }
    defer { unlink(draft) }
    do throws(WriteFailure) {
      defer { close(file) }
      try FileHandle(file, name: draft).write(bytes)
      guard fchmod(file, mode) == 0, fsync(file) == 0 else {
        throw .failed(SystemError.text(errno))
      }
    } catch .failed(let reason) {
      throw failure(reason)
    } catch {
      throw failure(EPIPE)
    }
    try publish(draft)
  }

  /// A hard link fails where a file is, which renaming would silently replace.
  private func publish(_ draft: String) throws(CommandFailure) {
    let code = replaces ? rename(draft, path) : link(draft, path)
    guard code == 0 else { throw errno == EEXIST ? exists : failure(errno) }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    defer { close(directory) }
    // The file is complete either way; this makes its name survive a loss of power.
    fsync(directory)
  }

  private var exists: CommandFailure {
    CommandFailure(
      "file-exists", Text(zh: "`\(path)` 已存在", en: "`\(path)` exists already"),
      hint: Text(zh: "换一个文件名，或加 --force 覆盖", en: "name another file, or add --force"),
      exit: .cannotWrite)
  }

  private var isOwn: CommandFailure {
    CommandFailure(
      "own-file",
      Text(
        zh: "`\(path)` 属于正在使用的数据库、密钥或会话",
        en: "`\(path)` belongs to the database in use, its key or the session"),
      hint: Text(
        zh: "换一个文件名；它从不被覆盖", en: "name another file; this one is never written over"),
      exit: .cannotWrite)
  }

  private func failure(_ number: Int32) -> CommandFailure { failure(SystemError.text(number)) }

  private func failure(_ reason: String) -> CommandFailure {
    CommandFailure(
      "cannot-write", Text(zh: "无法写入 `\(path)`：\(reason)", en: "cannot write `\(path)`: \(reason)"),
      hint: Text(zh: "检查目录、权限和磁盘空间", en: "check the folder, its permissions and the disk"),
      exit: .cannotWrite)
  }
}

/// `--force` of the commands that write a file.
let forceFlag = Flag("--force", Text(zh: "覆盖已有的文件", en: "replace a file that is there"))
