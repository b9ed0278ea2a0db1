import CCrypto

/// An Ed25519 private key, for audit checkpoints. Kept outside the database.
///
/// - Source: RFC 8032.
public struct SigningKey: Sendable {
  /// The number of bytes of the seed.
  public static let seedByteCount = 32

  /// The public half.
  public let verifyingKey: VerifyingKey

  private let seed: Secret

  /// Draws a new key.
  ///
  /// - Throws: `randomnessUnavailable`.
  public init(randomness: Randomness) throws(CredentialError) {
    var bytes = try randomness.bytes(SigningKey.seedByteCount)
    defer { bytes.erase() }
    try self.init(seed: bytes)
  }

  /// Reads a key as its file holds it: the seed as 64 hexadecimal digits.
  ///
  /// - Throws: `malformedKey`; the text is not repeated.
  public init(hexadecimal: String) throws(CredentialError) {
    guard var bytes = Hexadecimal.bytes(hexadecimal) else { throw .malformedKey }
    defer { bytes.erase() }
    try self.init(seed: bytes)
  }

  private init(seed bytes: [UInt8]) throws(CredentialError) {
    if bytes.count != SigningKey.seedByteCount { throw .malformedKey }
    let seed = Secret(bytes: bytes)
    var publicBytes = [UInt8](repeating: 0, count: VerifyingKey.byteCount)
    var count = publicBytes.count
    // SAFETY: the key is not null and freed once, after its last use.
    let key = unsafe SigningKey.privateKey(seed)
    defer { unsafe EVP_PKEY_free(key) }
    // SAFETY: libcrypto writes at most `count` bytes, the size of the buffer.
    let done = unsafe publicBytes.withUnsafeMutableBufferPointer { buffer in
      unsafe EVP_PKEY_get_raw_public_key(key, buffer.baseAddress, &count)
    }
    precondition(done == 1, "every seed has a public key")
    self.seed = seed
    verifyingKey = VerifyingKey(uncheckedBytes: publicBytes)
  }

  /// The seed's text for its file. Keep it out of everything else.
  public var hexadecimal: String { seed.withBytes { Hexadecimal.text([UInt8](copying: $0)) } }

  /// The signature, 64 bytes, of a message of any length; the same each time.
  public func signature(for message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: VerifyingKey.signatureByteCount)
    var count = signature.count
    // SAFETY: the key is not null and freed once, after its last use.
    let key = unsafe SigningKey.privateKey(seed)
    defer { unsafe EVP_PKEY_free(key) }
    // SAFETY: freed once, after its last use; freeing `nil` does nothing.
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    // SAFETY: key and context live until the function ends; `count` is the size of the buffer.
    let begun = unsafe EVP_DigestSignInit(context, nil, nil, nil, key)
    precondition(begun == 1, "libcrypto offers Ed25519")
    let done = unsafe signature.withUnsafeMutableBufferPointer { signature in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestSign(
          context, signature.baseAddress, &count, message.baseAddress, message.count)
      }
    }
    precondition(done == 1, "every message can be signed")
    return signature
  }

  /// The seed as libcrypto's key; the caller frees it.
  private static func privateKey(_ seed: Secret) -> OpaquePointer {
    // SAFETY: libcrypto copies 32 bytes, which is the count of every seed.
    let key = unsafe seed.withBytes { seed in
      unsafe seed.withUnsafeBufferPointer { seed in
        unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed.baseAddress, seed.count)
      }
    }
    // SAFETY: only compared with null and handed on.
    guard let key = unsafe key else { preconditionFailure("every 32 bytes are an Ed25519 key") }
    return unsafe key
  }
}
