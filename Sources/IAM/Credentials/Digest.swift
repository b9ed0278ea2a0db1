internal import CCrypto

/// A SHA-256 digest: 32 bytes.
///
/// - Source: FIPS 180-4.
public struct Digest: Sendable, Hashable {
  /// The number of bytes.
  public static let byteCount = 32

  /// The bytes, always ``byteCount`` of them.
  public let bytes: [UInt8]

  /// Takes bytes that were a digest before; `nil` unless there are ``byteCount``.
  public init?(bytes: [UInt8]) {
    if bytes.count != Digest.byteCount { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits; `nil` for anything else.
  public init?(hexadecimal: String) {
    guard let bytes = Hexadecimal.bytes(hexadecimal) else { return nil }
    self.init(bytes: bytes)
  }

  init(uncheckedBytes bytes: [UInt8]) { self.bytes = bytes }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(bytes) }

  /// The SHA-256 of some bytes.
  public static func sha256(_ bytes: [UInt8]) -> Digest { sha256(bytes.span) }

  /// The SHA-256 of lent bytes.
  ///
  /// By libcrypto's plain functions, which need none of the library's set-up: a program that only
  /// looks a token up starts sooner.
  public static func sha256(_ bytes: Span<UInt8>) -> Digest {
    var digest = [UInt8](repeating: 0, count: byteCount)
    // SAFETY: the input is lent for its count; exactly 32 bytes are written, and there are 32.
    unsafe bytes.withUnsafeBufferPointer { input in
      _ = unsafe iam_sha256(input.baseAddress, input.count, &digest)
    }
    return Digest(uncheckedBytes: digest)
  }
}
