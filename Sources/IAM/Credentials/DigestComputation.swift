import CCrypto

/// A SHA-256 digest in the making, fed piece by piece.
///
/// - Source: FIPS 180-4.
@safe
public struct DigestComputation: ~Copyable {
  // SAFETY: not null, owned by this value alone, freed by `deinit` only.
  private let context: OpaquePointer

  /// Starts with no bytes.
  public init() {
    // SAFETY: the context is kept or the process ends; nothing else holds it.
    guard let context = unsafe EVP_MD_CTX_new() else {
      preconditionFailure("there is no memory left for a digest")
    }
    unsafe self.context = context
    // SAFETY: the context was just made; the algorithm is the library's own constant.
    if unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) != 1 {
      preconditionFailure("libcrypto offers no SHA-256")
    }
  }

  deinit {
    // SAFETY: made by `init`, freed here only.
    unsafe EVP_MD_CTX_free(context)
  }

  /// Takes in further bytes; any number, also none.
  public mutating func update(_ bytes: Span<UInt8>) {
    // SAFETY: the buffer is valid for its count during the call.
    let done = unsafe bytes.withUnsafeBytes { buffer in
      unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
    precondition(done == 1, "a digest that is not finished takes bytes")
  }

  /// Takes in further bytes; any number, also none.
  public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// The digest of all bytes taken in.
  public consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
    // SAFETY: SHA-256 writes 32 bytes, which is the size of the buffer.
    let done = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
    }
    precondition(done == 1, "a digest is finished once")
    return Digest(uncheckedBytes: bytes)
  }
}
