/// A username as three words, so that it is hashed and compared without looking at single bytes.
package struct UsernameKey: Hashable, Sendable {
  package let first: UInt64
  package let second: UInt64
  package let third: UInt64

  /// Takes the bytes of a text.
  ///
  /// - Returns: `nil` for more bytes than any username has, for none, and where one of them is zero.
  @inline(__always)
  package init?(_ text: String) {
    var words = (UInt64(0), UInt64(0), UInt64(0))
    var shift: UInt64 = 0
    var count = 0
    var hasZero = false
    for byte in text.utf8 {
      hasZero = hasZero || byte == 0
      switch count >> 3 {
      case 0: words.0 |= UInt64(byte) << shift
      case 1: words.1 |= UInt64(byte) << shift
      case 2: words.2 |= UInt64(byte) << shift
      default: return nil
      }
      shift = (shift + 8) & 63
      count += 1
    }
    guard count > 0, !hasZero else { return nil }
    first = words.0
    second = words.1
    third = words.2
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
