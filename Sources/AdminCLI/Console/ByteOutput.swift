/// Where bytes go: standard output, standard error, or a test's buffer.
protocol ByteOutput: Sendable {
  /// Writes all bytes, or throws.
  func write(_ bytes: [UInt8]) throws(WriteFailure)
}
