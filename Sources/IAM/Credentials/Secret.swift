internal import Policy
import Synchronization

/// The bytes of a password, token or key: never printed, overwritten when released.
///
/// Texts built on the way to a secret (a `String` from a terminal) are beyond its reach; give byte
/// buffers to ``init(clearingPassword:)`` where that matters.
public final class Secret: Sendable {
  /// The greatest number of Unicode scalars in a password; longer ones are refused, never cut.
  public static let maximumPasswordLength = 128

  // The lock is what lets `deinit` write to storage that is otherwise never changed.
  private let storage: Mutex<[UInt8]>

  /// Keeps raw bytes, of any number and value, as they are.
  public init(bytes: [UInt8]) {
    // A copy of its own: storage shared with the caller's array could not be overwritten.
    storage = Mutex(bytes.map { $0 })
  }

  /// Keeps a password in normal form C, as UTF-8.
  ///
  /// - Throws: `emptyPassword`, or `passwordTooLong` beyond ``maximumPasswordLength`` scalars.
  public convenience init(password: String) throws(CredentialError) {
    let composed = NormalForm.composed(password)
    if composed.isEmpty { throw .emptyPassword }
    if composed.unicodeScalars.count > Secret.maximumPasswordLength { throw .passwordTooLong }
    var bytes = Array(composed.utf8)
    defer { bytes.erase() }
    self.init(bytes: bytes)
  }

  /// Keeps a password given as UTF-8 bytes, without its line break, and overwrites the caller's
  /// buffer whether or not it succeeds.
  ///
  /// - Throws: `invalidText` as well as what ``init(password:)`` throws.
  public convenience init(clearingPassword bytes: inout [UInt8]) throws(CredentialError) {
    defer { bytes.erase() }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidText }
    try self.init(password: text)
  }

  deinit {
    storage.withLock { $0.erase() }
  }

  /// The number of bytes.
  public var byteCount: Int { storage.withLock { $0.count } }

  /// Lends the bytes for the length of a call; they must not be copied out of it.
  public func withBytes<Answer, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    // The array is let go before the secret is, so `deinit` overwrites the only copy.
    try withExtendedLifetime(self) { (secret) throws(Failure) in
      let bytes = secret.storage.withLock { $0 }
      return try body(bytes.span)
    }
  }

  /// Whether both hold the same bytes; the time taken tells nothing about where they differ.
  public func matches(_ other: Secret) -> Bool {
    withBytes { left in other.withBytes { right in left.isSame(as: right) } }
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `<secret>`.
  public var description: String { "<secret>" }
  /// Always `<secret>`.
  public var debugDescription: String { "<secret>" }
  /// A mirror without the bytes.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: ["<secret>"]) }
}
