/// The numbers of some codes, found by their bytes without making a string.
@usableFromInline
package struct CodeTable: Sendable {
  private let places: FixedMemory<Int32>
  private let bytes: FixedMemory<UInt8>
  private let starts: FixedMemory<Int32>

  /// Numbers codes from 0 in the order given; a code that comes twice keeps its first number.
  ///
  /// - Complexity: O(bytes).
  package init(_ codes: some Collection<String>) {
    var size = 16
    while size < codes.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for code in codes {
      let own = Array(code.utf8)
      bytes += own
      var place = own.withUnsafeBytes { Int(truncatingIfNeeded: Self.hash($0)) } & (size - 1)
      while places[place] >= 0 { place = (place + 1) & (size - 1) }
      places[place] = Int32(starts.count - 1)
      starts.append(Int32(bytes.count))
    }
    self.places = FixedMemory(places)
    self.bytes = FixedMemory(bytes)
    self.starts = FixedMemory(starts)
  }

  /// Where the table lies in memory; valid as long as the table is kept.
  package var view: CodeTableView {
    CodeTableView(
      places: places.start, bytes: bytes.start, starts: starts.start, mask: places.count - 1)
  }

  /// The number of a code, or -1.
  ///
  /// - Complexity: O(length of the code).
  package func number(_ code: String) -> Int32 { view.number(code) }

  /// The number of a code, or -1.
  package func number(_ code: UnsafeRawBufferPointer) -> Int32 { view.number(code) }

  @inlinable @inline(__always)
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place &+ 8 <= bytes.count {
      hash = (hash ^ bytes.wholeWord(at: place)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 35
      place &+= 8
    }
    if place < bytes.count {
      hash = (hash ^ bytes.word(at: place)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 35
    }
    return hash ^ (hash >> 32)
  }
}

/// A table of codes as it lies in memory.
@usableFromInline
package struct CodeTableView: BitwiseCopyable {
  @usableFromInline let places: UnsafePointer<Int32>
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let starts: UnsafePointer<Int32>
  @usableFromInline let mask: Int

  init(
    places: UnsafePointer<Int32>, bytes: UnsafePointer<UInt8>, starts: UnsafePointer<Int32>,
    mask: Int
  ) {
    self.places = places
    self.bytes = bytes
    self.starts = starts
    self.mask = mask
  }

  /// The number of a code, or -1.
  ///
  /// - Complexity: O(length of the code).
  @inlinable @inline(__always)
  package func number(_ code: String) -> Int32 {
    let fast = code.utf8.withContiguousStorageIfAvailable { number(UnsafeRawBufferPointer($0)) }
    return fast ?? Array(code.utf8).withUnsafeBytes { number($0) }
  }

  /// The number of a code, or -1.
  @inlinable
  package func number(_ code: UnsafeRawBufferPointer) -> Int32 {
    var place = Int(truncatingIfNeeded: CodeTable.hash(code)) & mask
    while true {
      let number = places[place]
      if number < 0 || isEqual(Int(number), code) { return number }
      place = (place &+ 1) & mask
    }
  }

  @inlinable @inline(__always)
  package func isEqual(_ number: Int, _ code: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[number])
    let count = Int(starts[number &+ 1]) &- start
    guard count == code.count else { return false }
    let own = UnsafeRawBufferPointer(start: bytes + start, count: count)
    var place = 0
    while place &+ 8 <= count {
      if own.wholeWord(at: place) != code.wholeWord(at: place) { return false }
      place &+= 8
    }
    return place == count || own.word(at: place) == code.word(at: place)
  }
}
