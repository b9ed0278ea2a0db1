import Glibc

/// Where random bytes come from: the operating system, or a closure given by a test.
public struct Randomness: Sendable {
  private let source: @Sendable (Int) throws(CredentialError) -> [UInt8]

  /// Takes bytes from a closure, which must answer exactly as many as asked for.
  public init(_ source: @escaping @Sendable (Int) throws(CredentialError) -> [UInt8]) {
    self.source = source
  }

  /// The kernel's generator, fit for keys.
  ///
  /// - Source: getentropy(3).
  public static let system = Randomness { (count) throws(CredentialError) in
    var bytes = [UInt8](repeating: 0, count: count)
    // One call answers at most 256 bytes, all or none, and is not interrupted by signals.
    for start in stride(from: 0, to: count, by: 256) {
      let length = min(256, count - start)
      // SAFETY: `start + length` is at most the count of the buffer.
      let code = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe buffer.baseAddress.map { unsafe getentropy($0 + start, length) } ?? -1
      }
      if code != 0 { throw .randomnessUnavailable }
    }
    return bytes
  }

  /// Random bytes.
  ///
  /// - Parameter count: how many, 0 or more.
  /// - Throws: `randomnessUnavailable`, also when the source answers another number of bytes.
  public func bytes(_ count: Int) throws(CredentialError) -> [UInt8] {
    let bytes = try source(count)
    if bytes.count != count { throw .randomnessUnavailable }
    return bytes
  }

  /// A whole number in `0..<bound`, each equally likely.
  ///
  /// - Parameter bound: 1...256.
  func index(below bound: Int) throws(CredentialError) -> Int {
    precondition((1...256).contains(bound), "the bound of a random index lies in 1...256")
    // Bytes at or above the largest multiple are drawn again, else low indices were likelier. A
    // fair source fails this many draws once in 2^100; a broken one must not hang the caller.
    let limit = 256 - 256 % bound
    for _ in 0..<100 {
      let byte = Int(try bytes(1)[0])
      if byte < limit { return byte % bound }
    }
    throw .randomnessUnavailable
  }
}
