import CCrypto

/// AES-256-GCM by libcrypto, with nonces of 12 bytes and tags of 16.
///
/// - Source: NIST SP 800-38D.
enum AESGCM {
  /// The sealed text followed by its tag. The key has 32 bytes, the nonce 12.
  static func seal(
    _ text: [UInt8], key: Secret, nonce: [UInt8], data: [UInt8]
  ) -> [UInt8] {
    let cipher = Cipher(key: key, nonce: nonce, direction: .seal)
    cipher.authenticate(data)
    let sealed = cipher.process(text)
    guard cipher.finish() else { preconditionFailure("sealing has nothing to refuse") }
    return sealed + cipher.tag()
  }

  /// The text, or `nil` when the key, the nonce, the data or the sealed text is not the same.
  static func open(
    _ sealed: [UInt8], key: Secret, nonce: [UInt8], data: [UInt8]
  ) -> [UInt8]? {
    guard sealed.count >= Envelope.tagByteCount else { return nil }
    let cipher = Cipher(key: key, nonce: nonce, direction: .open)
    cipher.authenticate(data)
    var text = cipher.process(Array(sealed.dropLast(Envelope.tagByteCount)))
    cipher.expect(tag: Array(sealed.suffix(Envelope.tagByteCount)))
    if cipher.finish() { return text }
    // What was not authentic must not be seen.
    text.erase()
    return nil
  }
}
