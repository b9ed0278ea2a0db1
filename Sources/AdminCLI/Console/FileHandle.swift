import Glibc

/// An open file of this process, which somebody else closes.
struct FileHandle: ByteInput, ByteOutput {
  private let file: Int32
  private let name: String

  /// A handle for an open descriptor; failures call it by `name`.
  init(_ file: Int32, name: String = "-") {
    self.file = file
    self.name = name
  }

  var descriptor: Int32? { file }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(CommandFailure) -> Int {
    while true {
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard waits(for: POLLIN) else { throw .unreadable(name, SystemError.text(errno)) }
    }
  }

  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if !waits(for: POLLOUT) {
        throw errno == EPIPE ? .nobodyReads : .failed(SystemError.text(errno))
      }
    }
  }

  /// After a failed call: whether it is worth trying again. Waits while a non-blocking file is
  /// not ready.
  private func waits(for events: Int32) -> Bool {
    let error = errno
    if error == EINTR { return true }
    guard error == EAGAIN else { return false }
    var entry = pollfd(fd: file, events: Int16(events), revents: 0)
    _ = poll(&entry, 1, -1)
    return true
  }
}
