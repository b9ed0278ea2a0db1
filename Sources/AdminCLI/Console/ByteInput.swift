/// A source of bytes: standard input, a file, or bytes given by a test.
protocol ByteInput: Sendable {
  /// The open file, when there is one; a terminal can be told not to echo.
  var descriptor: Int32? { get }

  /// Reads at least one byte unless at the end.
  ///
  /// - Returns: how many bytes were put at the buffer's beginning; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(CommandFailure) -> Int
}
