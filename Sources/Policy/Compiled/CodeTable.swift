/// The numbers of some codes, found by their bytes without making a string.
@usableFromInline
package struct CodeTable: Sendable {
  private let places: FixedMemory<Int32>
  private let bytes: FixedMemory<UInt8>
  private let starts: FixedMemory<Int32>

  /// Numbers codes from 0 in the order given; a code that comes twice keeps its first number.
  ///
  /// - Complexity: O(bytes).
  package init(_ codes: CodeList) {
    var size = 16
    // Mostly the first place that is looked at is the right one.
    while size < codes.count * 4 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    codes.each { number, code in
      var place = CodeTableView.hash(code) & (size - 1)
      while places[place] >= 0 { place = (place + 1) & (size - 1) }
      places[place] = Int32(number)
    }
    self.places = FixedMemory(places)
    bytes = FixedMemory(codes.bytes)
    starts = FixedMemory(codes.starts)
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

  /// The numbers of the codes below a node, which need not be in the table; its codes came in order.
  ///
  /// - Complexity: O(log n).
  func span(below node: UnsafeRawBufferPointer) -> Range<Int> {
    // In the order of ASCII nothing is between a dot and a stroke.
    let start = place(from: node + [UInt8(ascii: ".")])
    return start..<max(start, place(from: node + [UInt8(ascii: "/")]))
  }

  private func place(from text: [UInt8]) -> Int {
    firstPlace(of: starts.count - 1) { place in
      let own = Int(starts.start[place])..<Int(starts.start[place + 1])
      let code = UnsafeBufferPointer(start: bytes.start + own.lowerBound, count: own.count)
      return !code.lexicographicallyPrecedes(text)
    }
  }
}

/// Four words of a code of eight bytes or more, in which each of its first 24 and last eight bytes
/// is; they overlap in short codes.
@usableFromInline
struct CodeWords: BitwiseCopyable {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let third: UInt64
  @usableFromInline let last: UInt64

  /// Reads the words.
  ///
  /// - Parameters:
  ///   - code: the bytes.
  ///   - count: how many, at least eight.
  @inlinable @inline(__always)
  init(_ code: UnsafeRawPointer, _ count: Int) {
    let end = count &- 8
    first = code.loadUnaligned(as: UInt64.self)
    second = code.loadUnaligned(fromByteOffset: min(8, end), as: UInt64.self)
    third = code.loadUnaligned(fromByteOffset: min(16, end), as: UInt64.self)
    last = code.loadUnaligned(fromByteOffset: end, as: UInt64.self)
  }

  /// A number that differs for most codes. Codes are those of the catalogue: nobody chooses them to
  /// collide, and ones that do cost time only.
  @inlinable @inline(__always)
  func hash(_ count: Int) -> UInt64 {
    var sum = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    sum &+= first &* 0x9FB2_1C65_1E98_DF25
    sum &+= second &* 0xD6E8_FEB8_6659_FD93
    sum &+= third &* 0xC2B2_AE3D_27D4_EB4F
    sum &+= last &* 0xA076_1D64_78BD_642F
    sum = (sum ^ sum >> 32) &* 0xD6E8_FEB8_6659_FD93
    return sum ^ sum >> 32
  }

  /// Whether all words are the same.
  @inlinable @inline(__always)
  func isEqual(_ other: CodeWords) -> Bool {
    (first ^ other.first) | (second ^ other.second) | (third ^ other.third) | (last ^ other.last)
      == 0
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
    let count = code.count
    guard let start = code.baseAddress, count >= 8, count <= 32 else { return oddNumber(code) }
    let words = CodeWords(start, count)
    var place = Int(truncatingIfNeeded: words.hash(count)) & mask
    while true {
      let number = places[place]
      if number < 0 { return number }
      let own = Int(starts[Int(number)])
      if Int(starts[Int(number) &+ 1]) &- own == count,
        words.isEqual(CodeWords(bytes + own, count))
      {
        return number
      }
      place = (place &+ 1) & mask
    }
  }

  /// The number of a code that is shorter or longer than most.
  @usableFromInline
  func oddNumber(_ code: UnsafeRawBufferPointer) -> Int32 {
    var place = Self.hash(code) & mask
    while places[place] >= 0 {
      let number = Int(places[place])
      let own = Int(starts[number])..<Int(starts[number + 1])
      if UnsafeBufferPointer(start: bytes + own.lowerBound, count: own.count).elementsEqual(code) {
        return places[place]
      }
      place = (place + 1) & mask
    }
    return -1
  }

  /// Where to look for a code first, before it is cut to the size of the table.
  static func hash(_ code: UnsafeRawBufferPointer) -> Int {
    guard let start = code.baseAddress, code.count >= 8 else {
      return Int(truncatingIfNeeded: (code.word(at: 0) &* 0x9FB2_1C65_1E98_DF25) >> 32)
    }
    return Int(truncatingIfNeeded: CodeWords(start, code.count).hash(code.count))
  }
}
