import CCrypto

/// One run of AES-256-GCM in libcrypto; used in the order authenticate, process, finish.
@safe
struct Cipher: ~Copyable {
  /// What the run does.
  enum Direction: Int32 {
    case open = 0
    case seal = 1
  }

  // SAFETY: not null, owned by this value alone, freed by `deinit` only.
  private let context: OpaquePointer

  /// Starts a run with a key of 32 bytes and a nonce of 12.
  init(key: Secret, nonce: [UInt8], direction: Direction) {
    precondition(
      key.byteCount == SealingKey.byteCount && nonce.count == Envelope.nonceByteCount,
      "AES-256-GCM takes a key of 32 bytes and a nonce of 12")
    // SAFETY: the context is kept or the process ends; nothing else holds it.
    guard let context = unsafe EVP_CIPHER_CTX_new() else {
      preconditionFailure("there is no memory left for a cipher")
    }
    unsafe self.context = context
    // SAFETY: libcrypto reads 32 bytes of key and 12 of nonce, which the precondition holds.
    let done = key.withBytes { key in
      unsafe key.withUnsafeBufferPointer { key in
        unsafe nonce.withUnsafeBufferPointer { nonce in
          unsafe EVP_CipherInit_ex(
            context, EVP_aes_256_gcm(), nil, key.baseAddress, nonce.baseAddress,
            direction.rawValue)
        }
      }
    }
    precondition(done == 1, "libcrypto offers AES-256-GCM")
  }

  deinit {
    // SAFETY: made by `init`, freed here only; libcrypto overwrites the key schedule.
    unsafe EVP_CIPHER_CTX_free(context)
  }

  /// Adds data that is authenticated but not part of the text.
  func authenticate(_ data: [UInt8]) {
    var count: Int32 = 0
    // SAFETY: the buffer is valid for its count; no output is written without an output buffer.
    let done = unsafe data.withUnsafeBufferPointer { data in
      unsafe EVP_CipherUpdate(context, nil, &count, data.baseAddress, Int32(data.count))
    }
    precondition(done == 1, "additional data is taken before the text")
  }

  /// Seals or opens a text of fewer than 2³¹ bytes; the answer is as long.
  func process(_ text: [UInt8]) -> [UInt8] {
    if text.isEmpty { return [] }
    var answer = [UInt8](repeating: 0, count: text.count)
    var count: Int32 = 0
    // SAFETY: counter mode writes as many bytes as it reads, which is the size of the answer.
    let done = unsafe text.withUnsafeBufferPointer { text in
      unsafe answer.withUnsafeMutableBufferPointer { answer in
        unsafe EVP_CipherUpdate(
          context, answer.baseAddress, &count, text.baseAddress, Int32(text.count))
      }
    }
    precondition(done == 1, "a text is processed after its additional data")
    return answer
  }

  /// Tells the tag, of 16 bytes, that ``finish()`` must find.
  func expect(tag: [UInt8]) {
    var tag = tag
    // SAFETY: the library copies 16 bytes, the count given.
    let done = unsafe tag.withUnsafeMutableBytes { tag in
      unsafe EVP_CIPHER_CTX_ctrl(
        context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), tag.baseAddress)
    }
    precondition(done == 1, "a tag of 16 bytes is accepted")
  }

  /// Ends the run; when opening, whether the tag is the expected one.
  func finish() -> Bool {
    var last = [UInt8](repeating: 0, count: 16)
    var count: Int32 = 0
    // SAFETY: in counter mode nothing is left to write; 16 bytes are room for any last block.
    return unsafe last.withUnsafeMutableBufferPointer { last in
      unsafe EVP_CipherFinal_ex(context, last.baseAddress, &count) == 1
    }
  }

  /// The tag of a finished sealing run.
  func tag() -> [UInt8] {
    var tag = [UInt8](repeating: 0, count: Envelope.tagByteCount)
    // SAFETY: the library writes as many bytes as the count given, the size of the buffer.
    let done = unsafe tag.withUnsafeMutableBytes { tag in
      unsafe EVP_CIPHER_CTX_ctrl(
        context, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), tag.baseAddress)
    }
    precondition(done == 1, "a finished sealing run has a tag")
    return tag
  }
}
