import Glibc

extension Console {
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameter limit: the most bytes that are accepted.
  /// - Throws: exit 66 when the file cannot be read; exit 65 when it is longer.
  func read(_ path: FilePath, limit: Int) throws(CommandFailure) -> [UInt8] {
    if path.text == "-" { return try input.readAll(limit: limit, name: "-") }
    let file = open(path.text, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path.text, SystemError.text(errno)) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadable(path.text, SystemError.text(EISDIR))
    }
    return try FileHandle(file, name: path.text).readAll(limit: limit, name: path.text)
  }

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Throws: as `read`; exit 65 when it is not UTF-8 or holds NUL.
  func readText(_ path: FilePath, limit: Int) throws(CommandFailure) -> String {
    let bytes = try read(path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw CommandFailure(
        "not-text", Text(zh: "`\(path.text)` 不是 UTF-8 文本", en: "`\(path.text)` is not UTF-8 text"),
        hint: Text(zh: "把文件转换为 UTF-8", en: "convert the file to UTF-8"), exit: .invalidData)
    }
    return text
  }
}

extension ByteInput {
  /// All bytes up to the end.
  fileprivate func readAll(limit: Int, name: String) throws(CommandFailure) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 1)
    defer { buffer.deallocate() }
    var all: [UInt8] = []
    while true {
      let count = try read(into: buffer)
      if count == 0 { return all }
      guard all.count + count <= limit else { throw .tooLong(name, limit: limit) }
      all += buffer[..<count]
    }
  }
}

extension CommandFailure {
  /// A file cannot be read, for the system's reason.
  static func unreadable(_ name: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      "unreadable-file",
      Text(zh: "无法读取 `\(name)`：\(reason)", en: "cannot read `\(name)`: \(reason)"),
      hint: Text(zh: "检查文件名与权限", en: "check the name and the permissions of the file"),
      exit: .inputFile)
  }

  /// A file is longer than accepted.
  static func tooLong(_ name: String, limit: Int) -> CommandFailure {
    CommandFailure(
      "file-too-long",
      Text(zh: "`\(name)` 超过 \(limit) 字节", en: "`\(name)` is longer than \(limit) bytes"),
      hint: Text(zh: "把文件拆小", en: "split it"), exit: .invalidData)
  }
}
