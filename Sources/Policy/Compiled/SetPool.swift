/// Sets of small whole numbers, all of the same width, each kept once.
///
/// What many operators hold is mostly the same few sets, those of their roles: kept once, they stay
/// in the processor's cache however many operators there are.
struct SetPool {
  /// The words of one set.
  let width: Int
  /// How many sets there are.
  private(set) var count = 0
  /// All sets, one behind the other.
  private(set) var words: [UInt64] = []
  /// The numbers of sets by their hashes, -1 where there is none; at most half of it is taken.
  private var places = [Int32](repeating: -1, count: 16)

  /// Sets of as many words.
  init(width: Int) { self.width = width }

  /// Adds a set without looking whether there is an equal one, and without finding it later.
  mutating func append(_ set: ArraySlice<UInt64>) -> Int32 {
    words += set
    count += 1
    return Int32(count - 1)
  }

  /// The number of a set, which is added where there is no equal one.
  ///
  /// - Complexity: O(width).
  mutating func number(of set: ArraySlice<UInt64>) -> Int32 {
    var place = place(of: hash(set))
    while places[place] >= 0 {
      if isEqual(places[place], set) { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = append(set)
    if count * 2 > places.count { grow() }
    return Int32(count - 1)
  }

  /// Whether a set holds no number.
  static func isEmpty(_ set: ArraySlice<UInt64>) -> Bool { set.allSatisfy { $0 == 0 } }

  private mutating func grow() {
    let numbers = places.filter { $0 >= 0 }
    places = Array(repeating: -1, count: places.count * 2)
    for number in numbers {
      let start = Int(number) * width
      var place = place(of: hash(words[start..<start + width]))
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = number
    }
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (places.count - 1)
  }

  private func hash(_ set: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0
    for word in set {
      hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 32
    }
    return hash
  }

  private func isEqual(_ number: Int32, _ set: ArraySlice<UInt64>) -> Bool {
    var place = Int(number) * width
    for word in set {
      if words[place] != word { return false }
      place += 1
    }
    return true
  }
}

extension SetPool {
  /// The sets turned around: for each number the sets that hold it, one bit a set.
  ///
  /// - Parameters:
  ///   - count: how many numbers there are.
  ///   - stride: the bits for each, at least as many as there are sets.
  /// - Returns: the bytes, and as many behind them as a word that begins in the last.
  func columns(of count: Int, stride: Int) -> [UInt8] {
    var columns = [UInt8](repeating: 0, count: (count * stride + 7) / 8 + 8)
    for place in words.indices {
      let set = place / width
      var rest = words[place]
      while rest != 0 {
        let number = place % width * 64 + rest.trailingZeroBitCount
        let bit = number * stride + set
        columns[bit >> 3] |= 1 << UInt8(bit & 7)
        rest &= rest - 1
      }
    }
    return columns
  }
}
