import Synchronization

@testable import AdminCLI

/// Standard input made of given bytes.
final class GivenInput: ByteInput {
  private let rest: Mutex<ArraySlice<UInt8>>

  init(_ bytes: [UInt8]) {
    rest = Mutex(bytes[...])
  }

  convenience init(_ text: String = "") {
    self.init(Array(text.utf8))
  }

  var descriptor: Int32? { nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(CommandFailure) -> Int {
    rest.withLock { rest in
      let part = rest.prefix(buffer.count)
      buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
  }
}
