/// Years and dates as people write them into passwords.
enum CalendarDigits {
  /// The lengths worth looking at: a year, a short date, a date, a date with separators.
  static let lengths = [4, 6, 8, 10]

  /// Whether a text is a year from 1900 to 2099 or a date in it: `2015`, `201509`, `900131`,
  /// `19900131`, `31011990`, `01311990`, `1990-01-31` also with `/` or `.`.
  static func isDate(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = Array(text)
    if text.count == 10 {
      guard text[4] == text[7], ["-", "/", "."].contains(text[4]) else { return false }
      return isDate(text[0..<4] + text[5..<7] + text[8..<10])
    }
    guard let digits = digits(text) else { return false }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    switch digits.count {
    case 4: return isYear(number(0..<4))
    case 6:
      return isYear(number(0..<4)) && isMonth(number(4..<6))
        || isDay(number(4..<6), month: number(2..<4))
    case 8:
      return isYear(number(0..<4)) && isDay(number(6..<8), month: number(4..<6))
        || isYear(number(4..<8))
          && (isDay(number(0..<2), month: number(2..<4))
            || isDay(number(2..<4), month: number(0..<2)))
    default: return false
    }
  }

  private static func digits(_ text: [Unicode.Scalar]) -> [Int]? {
    let digits = text.compactMap { ("0"..."9").contains($0) ? Int($0.value) - 48 : nil }
    return digits.count == text.count ? digits : nil
  }

  private static func isYear(_ year: Int) -> Bool { (1900...2099).contains(year) }
  private static func isMonth(_ month: Int) -> Bool { (1...12).contains(month) }

  private static func isDay(_ day: Int, month: Int) -> Bool {
    isMonth(month) && (1...31).contains(day)
  }
}
