import Synchronization

/// What is typed at the prompts of one step.
final class DemoInput: ByteInput {
  private let rest: Mutex<ArraySlice<UInt8>>

  init(_ text: String) { rest = Mutex(Array(text.utf8)[...]) }

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

/// What one step says beside its data.
final class DemoMemory: ByteOutput {
  private let bytes = Mutex<[UInt8]>([])

  func write(_ bytes: [UInt8]) throws(WriteFailure) { self.bytes.withLock { $0 += bytes } }

  var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}
