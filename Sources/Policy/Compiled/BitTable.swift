/// Many sets of small whole numbers, all of the same width, in one piece of memory.
package struct BitTable: Sendable {
  /// The words of one set.
  let width: Int
  private(set) var words: [UInt64] = []

  /// Sets of the numbers below `count`.
  init(count: Int) { width = (count + 63) / 64 }

  /// How many sets there are.
  var count: Int { width == 0 ? empties : words.count / width }
  private var empties = 0

  /// A further set, empty.
  mutating func append() -> Int32 {
    let number = count
    if width == 0 { empties += 1 }
    for _ in 0..<width { words.append(0) }
    return Int32(number)
  }

  /// Puts numbers into a set.
  @inline(__always)
  mutating func insert(_ numbers: Range<Int>, into set: Int32) {
    let start = Int(set) * width
    for number in numbers { words[start + (number >> 6)] |= 1 << UInt64(number & 63) }
  }

  /// A word of a set.
  @inline(__always)
  func word(_ index: Int, of set: Int32) -> UInt64 { words[Int(set) * width + index] }
}
