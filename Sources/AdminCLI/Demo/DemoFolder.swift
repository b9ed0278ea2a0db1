import Glibc

/// The folder of the demo's files: a temporary one that is removed, or one that is kept.
struct DemoFolder {
  /// Where it is.
  let path: String
  private let isKept: Bool

  /// Makes the folder; a kept one must not exist yet.
  ///
  /// - Throws: exit 73 when it cannot be made.
  init(keeping kept: String?, temporary: String) throws(CommandFailure) {
    isKept = kept != nil
    if let kept {
      guard mkdir(kept, 0o700) == 0 else { throw Self.failure(kept) }
      path = kept
    } else {
      var template = Array("\(temporary)/iamctl-demo-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw Self.failure(temporary) }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Writes a file of the story.
  func write(_ text: String, to name: String) throws(CommandFailure) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(name) }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw Self.failure(name) }
  }

  /// Removes a temporary folder with its files; leaves a kept one.
  func remove() {
    guard !isKept, let entries = opendir(path) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(entries)
    rmdir(path)
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      "cannot-write", Text(zh: "无法写入 `\(path)`", en: "cannot write `\(path)`"),
      hint: Text(zh: "用 --keep 指定一个新目录", en: "name a new folder with --keep"),
      exit: .cannotWrite)
  }
}
