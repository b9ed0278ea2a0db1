/// A path of a file, as the user wrote it; `-` is standard input where a file is read.
struct FilePath: CommandValue, Equatable {
  /// The path, never empty.
  let text: String

  /// Reads any path but the empty one.
  static func parse(_ text: String) throws(CommandFailure) -> FilePath {
    guard !text.isEmpty else {
      throw .usage(Text(zh: "文件名为空", en: "the file name is empty"))
    }
    return FilePath(text: text)
  }

  /// Files are offered.
  static var completion: ValueCompletion { .files }
}
