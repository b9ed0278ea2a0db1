import Glibc

/// A terminal that is read only as long as nobody interrupts; see `EchoOff`.
struct InterruptibleInput: ByteInput {
  private let file: Int32

  /// The input of an open terminal.
  init(terminal file: Int32) {
    self.file = file
  }

  var descriptor: Int32? { file }

  /// Looks for held signals ten times a second while waiting.
  ///
  /// - Throws: `interrupted`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(CommandFailure) -> Int {
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while poll(&entry, 1, 100) <= 0 {
      if EchoOff.isInterrupted { throw .interrupted }
    }
    return try FileHandle(file).read(into: buffer)
  }
}
