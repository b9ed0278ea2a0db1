/// A set of small whole numbers, one bit each.
struct BitSet: Hashable, Sendable {
  private(set) var words: [UInt64]

  /// The empty set with room for the numbers below `count`.
  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// The numbers below `count` that `belongs` answers for.
  init(count: Int, where belongs: (Int) -> Bool) {
    self.init(count: count)
    for number in 0..<count where belongs(number) { insert(number) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

  func contains(_ number: Int) -> Bool { words[number / 64] >> UInt64(number % 64) & 1 != 0 }

  func intersection(_ other: BitSet) -> BitSet { combined(other, &) }

  func subtracting(_ other: BitSet) -> BitSet { combined(other) { $0 & ~$1 } }

  /// The numbers in it, ascending.
  var numbers: [Int] { (0..<words.count * 64).filter(contains) }

  private func combined(_ other: BitSet, _ join: (UInt64, UInt64) -> UInt64) -> BitSet {
    var result = self
    for index in words.indices { result.words[index] = join(words[index], other.words[index]) }
    return result
  }
}
