/// Times as text: RFC 3339 read and written, whole days read as days of the exchange.
///
/// Times are counted in milliseconds since 1970-01-01T00:00:00Z without leap seconds.
///
/// - Source: RFC 3339.
public enum RFC3339 {
  /// The exchange's time is eight hours ahead of UTC all year (Asia/Shanghai since 1991).
  static let exchangeOffsetMinutes = 8 * 60

  /// The same in milliseconds.
  public static let exchangeOffset = Int64(exchangeOffsetMinutes) * 60_000

  private static let dayMilliseconds: Int64 = 86_400_000
  private static let earliest: Int64 = -62_135_596_800_000
  private static let latest: Int64 = 253_402_300_799_999

  /// The milliseconds that a text stands for; `nil` when it is neither a time nor a day.
  ///
  /// - Parameter text: `2026-03-01T09:15:00+08:00`, with `Z` or an offset, with a fraction of 1 to
  ///   9 digits of which those after the third are dropped; or `2026-03-01`, the first moment of
  ///   that day in Asia/Shanghai. Leap seconds and years outside 0001 to 9999 (in UTC) are refused.
  public static func milliseconds(_ text: String) -> Int64? {
    var reader = TimeReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let midnight = Int64(date.daysSince1970) * dayMilliseconds
    if reader.isAtEnd { return inRange(midnight - exchangeOffset) }
    guard reader.take("T") || reader.take("t"), let time = clock(&reader),
      let offset = offsetMinutes(&reader), reader.isAtEnd
    else { return nil }
    return inRange(midnight + time - Int64(offset) * 60_000)
  }

  /// The time in UTC: `2026-03-01T01:15:00Z`, with three digits of fraction only when there is one.
  ///
  /// - Parameter milliseconds: in the years 0001 to 9999; the nearest time in them otherwise.
  public static func text(_ milliseconds: Int64) -> String {
    let value = min(max(milliseconds, earliest), latest)
    var days = value / dayMilliseconds
    var rest = value % dayMilliseconds
    if rest < 0 {
      days -= 1
      rest += dayMilliseconds
    }
    guard let date = CivilDate(daysSince1970: Int(days)) else {
      preconditionFailure("a time between the years 1 and 9999 has a date")
    }
    let day = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    let seconds = Int(rest / 1_000)
    let time =
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    let fraction = Int(rest % 1_000)
    return "\(day)T\(time)" + (fraction == 0 ? "Z" : ".\(padded(fraction, 3))Z")
  }

  /// Milliseconds since midnight.
  private static func clock(_ reader: inout TimeReader) -> Int64? {
    guard let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
      let minute = reader.number(digits: 2), minute < 60, reader.take(":"),
      let second = reader.number(digits: 2), second < 60
    else { return nil }
    var fraction = 0
    if reader.take(".") {
      guard let digits = reader.digits(atMost: 9) else { return nil }
      fraction = (digits + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
    }
    return Int64((hour * 60 + minute) * 60 + second) * 1_000 + Int64(fraction)
  }

  private static func offsetMinutes(_ reader: inout TimeReader) -> Int? {
    if reader.take("Z") || reader.take("z") { return 0 }
    let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
    guard sign != 0, let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
      let minute = reader.number(digits: 2), minute < 60
    else { return nil }
    return sign * (hour * 60 + minute)
  }

  private static func inRange(_ milliseconds: Int64) -> Int64? {
    (earliest...latest).contains(milliseconds) ? milliseconds : nil
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: width - text.count) + text
  }
}
