import Glibc

/// The file that holds the token of whoever is logged in: 0600, in the user's state folder.
struct SessionFile {
  /// Where it is.
  let path: String

  /// The token's text, or `nil` when nobody is logged in.
  ///
  /// - Throws: exit 78 when others may read or write the file.
  func read() throws(CommandFailure) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw unusable()
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_mode & 0o077 == 0, facts.st_uid == geteuid()
    else { throw unusable() }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw unusable() }
    return String(decoding: bytes[..<count], as: UTF8.self)
      .split(separator: "\n").first.map(String.init)
  }

  /// Puts a token in the place of whatever was there, at once or not at all.
  func write(_ text: String) throws(CommandFailure) {
    makeFolders()
    let draft = "\(path).\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw cannotWrite() }
    let bytes = Array((text + "\n").utf8)
    let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      unlink(draft)
      throw cannotWrite()
    }
  }

  /// Forgets the token.
  func remove() { unlink(path) }

  /// Every folder on the way, readable by the user alone where it has to be made.
  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      mkdir(folder, 0o700)
    }
  }

  private func unusable() -> CommandFailure {
    CommandFailure(
      "session-file",
      Text(
        zh: "会话文件 `\(path)` 不可用：须为本人所有、权限 0600 的普通文件",
        en: "the session file `\(path)` cannot be used: it must be a plain file of yours, mode 0600"
      ),
      hint: Text(zh: "删除该文件后重新登录", en: "remove it and log in again"),
      exit: .configuration)
  }

  private func cannotWrite() -> CommandFailure {
    CommandFailure(
      "session-file", Text(zh: "无法写入会话文件 `\(path)`", en: "cannot write the session file `\(path)`"),
      hint: Text(
        zh: "用 IAMCTL_SESSION 指定其他位置", en: "name another place in IAMCTL_SESSION"),
      exit: .cannotWrite)
  }
}
