internal import CSQLite
internal import Glibc

extension Vault {
  /// Reads the key from its file; `nil` where there is none.
  ///
  /// - Throws: `malformedKey` when the file is no key file, `exposedKey` when others than its owner
  ///   may read it.
  public init?(keyFile path: String) throws {
    // SAFETY: the path is a string with a final zero byte for the time of the call.
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    // SAFETY: the structure is ours and outlives the call.
    guard unsafe fstat(file, &facts) == 0, facts.st_mode & 0o077 == 0 else {
      throw CredentialError.exposedKey
    }
    var bytes = [UInt8](repeating: 0, count: 128)
    defer { bytes.erase() }
    // SAFETY: at most as many bytes are read as the array has.
    let count = unsafe read(file, &bytes, bytes.count)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }
    guard words.count == 2, let id = UInt32(words[0]) else { throw CredentialError.malformedKey }
    self.init(key: try SealingKey(id: id, hexadecimal: String(words[1])))
  }

  /// Draws a key and writes it to a new file, 0600: its number and 64 hexadecimal digits.
  ///
  /// - Throws: `keyUnavailable` when the file exists or cannot be written.
  public static func create(keyFile path: String, randomness: Randomness = .system) throws -> Vault
  {
    let key = try SealingKey(id: 1, randomness: randomness)
    // SAFETY: the path is a string with a final zero byte for the time of the call.
    let file = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw IAMError.keyUnavailable }
    defer { close(file) }
    var bytes = Array("\(key.id) \(key.hexadecimal)\n".utf8)
    defer { bytes.erase() }
    // SAFETY: the bytes are valid for their count.
    guard unsafe write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw IAMError.keyUnavailable
    }
    return Vault(key: key, randomness: randomness)
  }
}
