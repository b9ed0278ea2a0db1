/// Codes one behind the other in one piece of memory: no string is made of any.
package struct CodeList: Sendable {
  /// The bytes of all.
  let bytes: [UInt8]
  /// Where each begins, and behind them where the last one ends.
  let starts: [Int32]
  /// Whether all are ASCII and each comes behind the one before, so that none comes twice.
  package let isInOrder: Bool

  /// Takes codes in the order in which they come.
  package init(_ codes: some Sequence<String>) {
    var builder = Builder()
    for var code in codes { code.withUTF8 { builder.append(UnsafeRawBufferPointer($0)) } }
    self = builder.list
  }

  private init(_ builder: Builder) {
    bytes = builder.bytes
    starts = builder.starts
    isInOrder = builder.isAscending && builder.bytes.reduce(0, |) < 0x80
  }

  /// Codes that come one by one.
  package struct Builder {
    fileprivate var bytes: [UInt8] = []
    fileprivate var starts: [Int32] = [0]
    fileprivate var isAscending = true
    private var last = 0..<0

    /// No codes yet.
    package init() {}

    /// A further code.
    package mutating func append(_ code: UnsafeRawBufferPointer) {
      let isBehind = bytes.withUnsafeBytes { bytes in
        UnsafeRawBufferPointer(rebasing: bytes[last]).isBefore(code)
      }
      if !isBehind { isAscending = false }
      last = bytes.count..<bytes.count + code.count
      bytes.append(contentsOf: code)
      starts.append(Int32(bytes.count))
    }

    /// All that came.
    package var list: CodeList { CodeList(self) }
  }

  /// How many codes.
  package var count: Int { starts.count - 1 }

  /// A code as text.
  package func text(_ place: Int) -> String {
    String(decoding: bytes[Int(starts[place])..<Int(starts[place + 1])], as: UTF8.self)
  }

  /// All codes as text.
  package var texts: [String] { (0..<count).map(text) }

  /// The codes at some places.
  func picked(_ places: [Int]) -> CodeList {
    var builder = Builder()
    bytes.withUnsafeBytes { bytes in
      for place in places {
        let own = Int(starts[place])..<Int(starts[place + 1])
        builder.append(UnsafeRawBufferPointer(rebasing: bytes[own]))
      }
    }
    return builder.list
  }

  /// Lends every code with its place.
  @inline(__always)
  func each(_ body: (Int, UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      for place in 0..<count {
        let own = Int(starts[place])..<Int(starts[place + 1])
        body(place, UnsafeRawBufferPointer(rebasing: bytes[own]))
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes come before others in the order of bytes, of which eight are looked at at
  /// once: codes that follow each other mostly begin alike.
  fileprivate func isBefore(_ other: UnsafeRawBufferPointer) -> Bool {
    let shared = Swift.min(count, other.count)
    var place = 0
    while place + 8 <= shared {
      let own = UInt64(bigEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let theirs = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      if own != theirs { return own < theirs }
      place += 8
    }
    while place < shared {
      if self[place] != other[place] { return self[place] < other[place] }
      place += 1
    }
    return count < other.count
  }
}
