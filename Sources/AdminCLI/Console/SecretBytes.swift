import Glibc

/// A secret that was typed or piped in: its bytes are cleared when nobody holds it any more.
///
/// The bytes are UTF-8 without NUL or line break, at most `limit`.
final class SecretBytes {
  /// The most bytes of one secret; a terminal's line is no longer either.
  static let limit = 4096

  /// Room for the longest line and its line break.
  private static let room = limit + 2

  private let memory = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 1)
  /// How many bytes it has; 0 for an empty line.
  private(set) var count = 0

  /// An empty secret.
  init() {}

  deinit {
    explicit_bzero(memory, Self.room)
    memory.deallocate()
  }

  /// Lends the bytes; they must not be kept.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(bytes)
  }

  /// Whether both hold the same bytes; only for two entries of one new secret.
  func matches(_ other: SecretBytes) -> Bool {
    count == other.count && memcmp(memory, other.memory, count) == 0
  }

  /// Reads a line byte by byte, so that what follows it stays unread, and drops its line break.
  ///
  /// - Returns: `nil` when the input had ended already.
  /// - Throws: exit 65 for a line that is too long, not UTF-8, or holds NUL.
  static func line(of input: any ByteInput) throws(CommandFailure) -> SecretBytes? {
    let secret = SecretBytes()
    var ended = false
    while !ended, secret.count < room {
      let place = UnsafeMutableRawBufferPointer(start: secret.memory + secret.count, count: 1)
      guard try input.read(into: place) == 1 else {
        if secret.count == 0 { return nil }
        break
      }
      if place[0] == UInt8(ascii: "\n") { ended = true } else { secret.count += 1 }
    }
    if ended, secret.count > 0, secret.bytes[secret.count - 1] == UInt8(ascii: "\r") {
      secret.count -= 1
    }
    try secret.check()
    return secret
  }

  private var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: memory, count: count)
  }

  private func check() throws(CommandFailure) {
    guard count <= Self.limit else {
      throw .badSecret(
        Text(zh: "一行超过 \(Self.limit) 字节", en: "a line is longer than \(Self.limit) bytes"))
    }
    guard !bytes.contains(0) else { throw .badSecret(Text(zh: "含有 NUL", en: "it holds NUL")) }
    guard SecretBytes.isUTF8(bytes) else {
      throw .badSecret(Text(zh: "不是 UTF-8", en: "it is not UTF-8"))
    }
  }

  /// Decodes without making a string, which would leave a copy behind.
  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}
