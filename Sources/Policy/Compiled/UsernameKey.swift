/// A username as three words, so that it is hashed and compared without looking at single bytes.
package struct UsernameKey: Hashable, Sendable, BitwiseCopyable {
  package let first: UInt64
  package let second: UInt64
  package let third: UInt64

  /// Takes the bytes of a text.
  ///
  /// - Returns: `nil` for more bytes than any username has, for none, and where the last is zero.
  @inline(__always)
  package init?(_ text: String) {
    let words = text.utf8.withContiguousStorageIfAvailable { bytes in
      Self.words(UnsafeRawBufferPointer(bytes))
    }
    guard let words = words ?? Array(text.utf8).withUnsafeBytes(Self.words) else { return nil }
    first = words.0
    second = words.1
    third = words.2
  }

  @inline(__always)
  private static func words(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64, UInt64)? {
    let count = bytes.count
    guard count > 0, count <= 24, bytes[count - 1] != 0 else { return nil }
    return (bytes.word(at: 0), bytes.word(at: 8), bytes.word(at: 16))
  }

  /// A number that differs for most keys; the seed keeps others from choosing keys that collide.
  @inline(__always)
  package func hash(seed: UInt64) -> UInt64 {
    var hash = (seed ^ first) &* 0x9FB2_1C65_1E98_DF25
    hash = ((hash ^ (hash >> 35)) ^ second) &* 0x9FB2_1C65_1E98_DF25
    hash = ((hash ^ (hash >> 35)) ^ third) &* 0x9FB2_1C65_1E98_DF25
    return hash ^ (hash >> 32)
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes from a place, those behind the end as zeros.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    let rest = count - place
    if rest >= 8 { return loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    guard rest > 0 else { return 0 }
    // With eight bytes in all, the last eight hold the rest at their upper end.
    if count >= 8 {
      return loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) >> UInt64(64 - rest * 8)
    }
    var word: UInt64 = 0
    for index in 0..<rest { word |= UInt64(self[place + index]) << UInt64(index * 8) }
    return word
  }
}
