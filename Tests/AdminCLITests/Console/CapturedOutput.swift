import Synchronization

@testable import AdminCLI

/// Keeps what is written, or fails as it is told to.
final class CapturedOutput: ByteOutput {
  private let bytes = Mutex<[UInt8]>([])
  private let failure: WriteFailure?

  init(failing failure: WriteFailure? = nil) {
    self.failure = failure
  }

  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    if let failure { throw failure }
    self.bytes.withLock { $0 += bytes }
  }

  /// All that was written.
  var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}
