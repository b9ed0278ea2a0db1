import IAM

extension Context {
  /// A file that this command writes, spared what the program lives in: the database with the files
  /// beside it, the key file and the session file.
  ///
  /// - Parameter others: further files that it must not be written over.
  func outputFile(
    _ path: FilePath, replaces: Bool = false, sparing others: [String] = []
  ) throws(CommandFailure) -> OutputFile {
    let spared = StoreFiles(
      of: try databasePath(), and: [try keyPath(), try sessionPath()] + others)
    return OutputFile(path, replaces: replaces, sparing: spared)
  }

  /// The session's file, where a token is going to be written.
  ///
  /// - Throws: exit 73 where it would take the place of the database, a file beside it or the key.
  func sessionFileToWrite() throws(CommandFailure) -> SessionFile {
    let path = try sessionPath()
    let spared = StoreFiles(of: try databasePath(), and: [try keyPath()])
    try OutputFile(FilePath(text: path), replaces: true, sparing: spared).requireForeign()
    return SessionFile(path: path)
  }
}
