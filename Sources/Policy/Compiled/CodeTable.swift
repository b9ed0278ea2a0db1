/// The numbers of some codes, found by their bytes without making a string.
package struct CodeTable: Sendable {
  private var places: [Int32]
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]

  /// Numbers codes from 0 in the order given; a code that comes twice keeps its first number.
  ///
  /// - Complexity: O(bytes).
  package init(_ codes: some Collection<String>) {
    var size = 16
    while size < codes.count * 2 { size *= 2 }
    places = Array(repeating: -1, count: size)
    for code in codes {
      bytes += code.utf8
      starts.append(Int32(bytes.count))
      let number = Int32(starts.count - 2)
      var place = Int(truncatingIfNeeded: Self.hash(code.utf8)) & (size - 1)
      while places[place] >= 0 { place = (place + 1) & (size - 1) }
      places[place] = number
    }
  }

  /// The number of a code, or -1.
  ///
  /// - Complexity: O(length of the code).
  package func number(_ code: String) -> Int32 {
    let fast = code.utf8.withContiguousStorageIfAvailable { number($0) }
    return fast ?? number(Array(code.utf8))
  }

  /// The number of a code, or -1.
  package func number<Bytes: Collection<UInt8>>(_ code: Bytes) -> Int32 {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(code)) & mask
    while true {
      let number = places[place]
      if number < 0 || isEqual(Int(number), code) { return number }
      place = (place + 1) & mask
    }
  }

  @inline(__always)
  private func isEqual<Bytes: Collection<UInt8>>(_ number: Int, _ code: Bytes) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == code.count else { return false }
    var place = start
    for byte in code {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  @inline(__always)
  private static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
