import CCrypto

/// An Ed25519 public key: tells whether a signature is of its signing key.
///
/// - Source: RFC 8032.
public struct VerifyingKey: Sendable, Hashable {
  /// The number of bytes of a key.
  public static let byteCount = 32
  /// The number of bytes of a signature.
  public static let signatureByteCount = 64

  /// The key's bytes, always ``byteCount``.
  public let bytes: [UInt8]

  /// Takes a key's bytes.
  ///
  /// - Throws: `malformedKey` for another count.
  public init(bytes: [UInt8]) throws(CredentialError) {
    if bytes.count != VerifyingKey.byteCount { throw .malformedKey }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits.
  ///
  /// - Throws: `malformedKey`.
  public init(hexadecimal: String) throws(CredentialError) {
    guard let bytes = Hexadecimal.bytes(hexadecimal) else { throw .malformedKey }
    try self.init(bytes: bytes)
  }

  init(uncheckedBytes bytes: [UInt8]) { self.bytes = bytes }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(bytes) }

  /// Whether a signature, of any length, is that of a message by this key's signing key.
  public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    if signature.count != VerifyingKey.signatureByteCount { return false }
    // SAFETY: libcrypto reads 32 bytes, which is the count of every key; `nil` frees nothing.
    let key = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes.baseAddress, bytes.count)
    }
    defer { unsafe EVP_PKEY_free(key) }
    // SAFETY: freed once, after its last use; freeing `nil` does nothing.
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    // SAFETY: key and context live until the function ends; each buffer is valid for its count.
    guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
    return unsafe signature.withUnsafeBufferPointer { signature in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestVerify(
          context, signature.baseAddress, signature.count, message.baseAddress, message.count) == 1
      }
    }
  }
}
