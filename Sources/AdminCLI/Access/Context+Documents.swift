import IAM

extension Context {
  /// The JSON value in a file, or on standard input for `-`.
  ///
  /// - Throws: exit 66 when the file cannot be read; exit 65 when it is too long or no JSON.
  func documentJSON(at path: FilePath) throws(CommandFailure) -> JSONValue {
    let bytes = try console.read(path, limit: JSONValue.defaultMaximumSizeInBytes)
    do {
      return try JSONValue(reading: bytes)
    } catch {
      throw CommandFailure(
        "invalid-json",
        Text(
          zh: "`\(path.text)` 不是有效的 JSON：\(error.wording.zh)",
          en: "`\(path.text)` is not valid JSON: \(error.wording.en)"),
        hint: Text(zh: "按所指位置修正文件", en: "correct the file at that place"),
        exit: .invalidData)
    }
  }

  /// A value of a document that is checked while it is read.
  ///
  /// - Throws: exit 65 naming the field by its path.
  func checking<Value>(
    _ read: () throws(InvalidField) -> Value
  ) throws(IAMError) -> Value {
    do {
      return try read()
    } catch {
      throw .invalid(path: error.field, reason: error.reason.wording)
    }
  }
}
