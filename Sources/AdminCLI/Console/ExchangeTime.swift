import IAM

/// Points in time as people at the exchange read them, in its own time (UTC+8 all year).
enum ExchangeTime {
  /// `2026-01-31 14:00:05 +08:00`.
  ///
  /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
  static func second(_ milliseconds: Int64) -> String { text(milliseconds, 8) + " +08:00" }

  /// `2026-01-31 14:00`, for columns.
  ///
  /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
  static func minute(_ milliseconds: Int64) -> String { text(milliseconds, 5) }

  /// `2026-01-31`, the day of a time as given by ``minute(_:)``, for narrow columns.
  static func day(_ minute: String) -> String { String(minute.prefix(10)) }

  private static func text(_ milliseconds: Int64, _ length: Int) -> String {
    let (local, overflows) = milliseconds.addingReportingOverflow(RFC3339.exchangeOffset)
    let text = RFC3339.text(overflows ? milliseconds : local)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(length))"
  }
}
