import CCrypto

extension Array where Element: BitwiseCopyable {
  /// Overwrites every element with zeros in a way the compiler does not leave out.
  ///
  /// For bytes and scalars, of which zero is a value.
  mutating func erase() {
    // SAFETY: the buffer is valid for its own count during the call.
    unsafe withUnsafeMutableBytes { buffer in
      unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether both hold the same bytes, compared in a time that depends on their count alone.
  func isSame(as other: Span<UInt8>) -> Bool {
    if count != other.count { return false }
    // SAFETY: both buffers are valid for `count` bytes during the call.
    return unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        // An empty span may have no address, which the C function does not accept.
        unsafe left.isEmpty || CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
      }
    }
  }
}
