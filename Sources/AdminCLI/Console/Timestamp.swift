/// Points in time as RFC 3339 text in UTC.
enum Timestamp {
  /// `2026-01-31T06:00:05Z`, with milliseconds when there are any: `2026-01-31T06:00:05.250Z`.
  ///
  /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; any number, also negative. Years past
  ///   9999 have more digits.
  /// - Source: RFC 3339; the calendar arithmetic counts from 1 March of year 0, so that the leap
  ///   day is the last of its year.
  static func text(_ milliseconds: Int64) -> String {
    let (seconds, milli) = divide(milliseconds, by: 1000)
    let (days, second) = divide(seconds, by: 86_400)
    let (year, month, day) = date(days)
    let time = [second / 3600, second / 60 % 60, second % 60].map { digits($0, 2) }
    let fraction = milli == 0 ? "" : "." + digits(milli, 3)
    let date = [digits(year, 4), digits(month, 2), digits(day, 2)].joined(separator: "-")
    return "\(date)T\(time.joined(separator: ":"))\(fraction)Z"
  }

  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = divide(days + 719_468, by: 146_097)
    let leaps = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func divide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func digits(_ value: Int64, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
