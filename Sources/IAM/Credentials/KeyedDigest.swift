import CCrypto

/// HMAC-SHA-256: a digest that only the holder of the key can make, for looking up sealed values.
///
/// - Source: RFC 2104, FIPS 198-1.
public enum KeyedDigest {
  /// The code of a message under a key of any length.
  public static func hmac(_ message: [UInt8], key: Secret) -> Digest {
    var code = [UInt8](repeating: 0, count: Digest.byteCount)
    // SAFETY: each buffer is valid for the count given with it; HMAC-SHA-256 writes 32 bytes.
    let done = key.withBytes { key in
      unsafe key.withUnsafeBytes { key in
        unsafe message.withUnsafeBufferPointer { message in
          unsafe code.withUnsafeMutableBufferPointer { code in
            // A null key would mean "the key of last time", so an empty one has an address too.
            unsafe withUnsafePointer(to: 0 as UInt8) { none in
              unsafe HMAC(
                EVP_sha256(), key.baseAddress ?? UnsafeRawPointer(none), Int32(key.count),
                message.baseAddress, message.count, code.baseAddress, nil) != nil
            }
          }
        }
      }
    }
    precondition(done, "libcrypto offers HMAC-SHA-256")
    return Digest(uncheckedBytes: code)
  }
}
