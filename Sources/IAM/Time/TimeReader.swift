/// Reads the digits and signs of a time from left to right.
struct TimeReader {
  private let units: [UInt8]
  private var position = 0

  init(_ text: String) { units = Array(text.utf8) }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == units.count }

  /// Goes past a sign when it comes next.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard position < units.count, UInt32(units[position]) == sign.value else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(digits count: Int) -> Int? {
    guard let digits = digits(atMost: count), digits.count == count else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }

  /// The digits that come next, no more than so many; `nil` when there is none.
  mutating func digits(atMost count: Int) -> [Int]? {
    var digits: [Int] = []
    while digits.count < count, position < units.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(units[position])
    {
      digits.append(Int(units[position] - UInt8(ascii: "0")))
      position += 1
    }
    return digits.isEmpty ? nil : digits
  }
}
