/// A username as three words, so that it is hashed and compared without looking at single bytes.
@usableFromInline
package struct UsernameKey: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline package let first: UInt64
  @usableFromInline package let second: UInt64
  @usableFromInline package let third: UInt64

  /// The key of no name.
  package static let none = UsernameKey(words: (0, 0, 0))

  private init(words: (UInt64, UInt64, UInt64)) { (first, second, third) = words }

  /// Takes the bytes of a text.
  ///
  /// - Returns: `nil` for more bytes than any username has, for none, and where the last is zero.
  @inlinable @inline(__always)
  package init?(_ text: borrowing String) {
    let words = text.utf8.withContiguousStorageIfAvailable { bytes in
      Self.words(UnsafeRawBufferPointer(bytes))
    }
    guard let words = words ?? Array(text.utf8).withUnsafeBytes(Self.words) else { return nil }
    first = words.0
    second = words.1
    third = words.2
  }

  @inlinable @inline(__always)
  package static func words(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64, UInt64)? {
    let count = bytes.count
    guard count > 0, count <= 24, bytes[count - 1] != 0 else { return nil }
    return (bytes.word(at: 0), bytes.word(at: 8), bytes.word(at: 16))
  }

  /// Whether it is the same, without a branch for each word.
  @inlinable @inline(__always)
  package func isEqual(_ other: UsernameKey) -> Bool {
    (first ^ other.first) | (second ^ other.second) | (third ^ other.third) == 0
  }

  /// A number that differs for most keys; the seed keeps others from choosing keys that collide.
  @inlinable @inline(__always)
  package func hash(seed: UInt64) -> UInt64 {
    var hash = (seed ^ first) &* 0x9FB2_1C65_1E98_DF25
    hash = ((hash ^ (hash >> 35)) ^ second) &* 0x9FB2_1C65_1E98_DF25
    hash = ((hash ^ (hash >> 35)) ^ third) &* 0x9FB2_1C65_1E98_DF25
    return hash ^ (hash >> 32)
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes from a place that has as many behind it.
  @inlinable @inline(__always)
  package func wholeWord(at place: Int) -> UInt64 {
    // An empty buffer has no address, and no place either.
    baseAddress.unsafelyUnwrapped.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Eight bytes from a place, those behind the end as zeros.
  @inlinable @inline(__always)
  package func word(at place: Int) -> UInt64 {
    let rest = count &- place
    if rest >= 8 { return wholeWord(at: place) }
    guard rest > 0 else { return 0 }
    // With eight bytes in all, the last eight hold the rest at their upper end; with four, the first
    // four and the last four hold it.
    if count >= 8 { return wholeWord(at: count &- 8) &>> UInt64(64 &- rest &* 8) }
    if rest >= 4 {
      return UInt64(half(at: place)) | UInt64(half(at: count &- 4)) &<< UInt64(rest &* 8 &- 32)
    }
    var word: UInt64 = 0
    for index in 0..<rest {
      let byte = baseAddress.unsafelyUnwrapped.load(fromByteOffset: place &+ index, as: UInt8.self)
      word |= UInt64(byte) &<< UInt64(index &* 8)
    }
    return word
  }

  /// Four bytes from a place that has as many behind it.
  @inlinable @inline(__always)
  func half(at place: Int) -> UInt32 {
    baseAddress.unsafelyUnwrapped.loadUnaligned(fromByteOffset: place, as: UInt32.self)
  }
}
